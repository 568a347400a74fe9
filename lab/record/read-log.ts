import { LabFailure } from '../cli/failure.ts';
import { lastLines } from '../process/spawn.ts';
import { PROTOCOL } from '../../src/observations/protocol.ts';
import type { BootLine, CapabilityLine, CaseLine, DriverLine, LogLine } from './lines.ts';

/** The lines of a whole run. Their shape is checked when they become an observation. */
export interface LabLog {
  readonly boot: BootLine;
  /** Null where the run asks about VMAs of the lab's own module. */
  readonly driver: DriverLine | null;
  readonly capabilities: readonly CapabilityLine[];
  readonly cases: readonly CaseLine[];
}

const MARK = '@lab ';
const CRASH = /Kernel panic|Internal error:|Unable to handle kernel|kernel BUG at/;

/** Takes the protocol's lines out of a log; throws where the run is not whole. */
export function readLog(log: string): LabLog {
  const fail = (received: string, expected: string) =>
    new LabFailure(
      'log',
      received,
      expected,
      'look at the end of the log, below; --keep keeps all of it',
      lastLines(log),
    );
  const crash = log.split('\n').find((line) => CRASH.test(line));
  if (crash !== undefined) throw fail(`a kernel that crashed: ${crash.trim()}`, 'a run to its end');
  const lines = labLines(log, fail);
  const [boot, ...rest] = lines;
  if (boot?.is !== 'boot') throw fail(`${boot?.is ?? 'no line'} first`, 'the line "boot" first');
  if (boot.protocol !== PROTOCOL) throw fail(`protocol ${boot.protocol}`, `protocol ${PROTOCOL}`);
  const end = rest.findIndex(({ is }) => is === 'end');
  if (end === -1) throw fail('no line "end"', 'a run to its end');
  if (end !== rest.length - 1) throw fail('a line after "end"', '"end" as the last line');
  const cases = rest.filter((line) => line.is === 'case');
  const last = rest[end];
  if (last?.is === 'end' && last.cases !== cases.length)
    throw fail(`${cases.length} cases`, `${last.cases} cases, as the line "end" says`);
  const twice = cases.find(({ id }, i) => cases.findIndex((one) => one.id === id) !== i);
  if (twice) throw fail(`the case ${twice.id} twice`, 'each case once');
  if (rest.some(({ is }) => is === 'boot')) throw fail('a second line "boot"', 'one boot');
  const driver = rest.find((line) => line.is === 'driver') ?? null;
  return { boot, driver, capabilities: rest.filter((line) => line.is === 'capability'), cases };
}

const KINDS: ReadonlySet<unknown> = new Set<LogLine['is']>([
  'boot',
  'driver',
  'capability',
  'case',
  'end',
]);

function labLines(
  log: string,
  fail: (received: string, expected: string) => LabFailure,
): LogLine[] {
  return log.split('\n').flatMap((line, i) => {
    const at = line.indexOf(MARK);
    if (at === -1) return [];
    const text = line.slice(at + MARK.length).trimEnd();
    const torn = () => fail(`a torn line ${i + 1}: ${clip(line)}`, '@lab and one JSON object');
    // The kernel's own lines carry their time; inside a string the JSON would still be in order.
    if (at !== 0 || /\[ *\d+\.\d{6}\]/.test(line)) throw torn();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw torn();
    }
    if (typeof value !== 'object' || value === null || !('is' in value) || !KINDS.has(value.is))
      throw fail(`an unknown line ${i + 1}: ${clip(line)}`, `one of ${[...KINDS].join(', ')}`);
    return [value as LogLine];
  });
}

function clip(line: string): string {
  return JSON.stringify(line.length > 120 ? `${line.slice(0, 120)}...` : line);
}
