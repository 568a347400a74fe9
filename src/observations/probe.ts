import { parseHex } from '../model/index.ts';
import { GUEST_OPS, PROTOCOL, SLOT_FLAGS } from './protocol.ts';
import { MARK } from './probe-mark.ts';
import type { Recorded, RecordedCase } from './schema.ts';

/** What the probe printed, read line by line; a line that is torn or of another form is named. */
export interface ProbeRun {
  readonly release: string;
  readonly mode: Recorded['mode'];
  readonly midr: bigint | null;
  readonly ctr: string;
  /** FWB and DIC as the kernel's log has them; null where it is not readable. */
  readonly fwb: boolean | null;
  readonly dic: boolean | null;
  readonly capability: Recorded['capability'];
  readonly cases: readonly RecordedCase[];
  /** The last line came: the program went to its end. */
  readonly whole: boolean;
  readonly problems: readonly string[];
}

/** The probe asks some 30 cases; nobody needs more lines than that ten times over. */
const MOST_LINES = 400;
const LONGEST_LINE = 8000;

type Line = Readonly<Record<string, unknown>>;

/** Reads what `probe --json` printed, also out of a mail. Null where no line says which kernel ran. */
export function readProbe(text: string): ProbeRun | { readonly problem: string } {
  const problems: string[] = [];
  const lines = linesOf(text, problems);
  const boot = lines.find(({ is }) => is === 'boot');
  if (!boot)
    return { problem: 'No line "boot" of the probe: paste all of it, from its first line on.' };
  if (boot['protocol'] !== PROTOCOL)
    return {
      problem: `Protocol ${JSON.stringify(boot['protocol'])?.slice(0, 20)} of the probe; this page reads ${PROTOCOL}. Build the probe of this version.`,
    };
  const log = objectOf(boot['log']);
  const cases = lines.filter(({ is }) => is === 'case').flatMap((line) => caseOf(line, problems));
  const end = lines.find(({ is }) => is === 'end');
  const refused = lines.find(({ is }) => is === 'refused');
  if (refused) problems.push(`${words(refused['what'])} was refused: ${words(refused['errno'])}.`);
  else if (!end) problems.push('The line "end" is missing: the program did not come to its end.');
  return {
    release: words(boot['release']),
    mode: boot['mode'] === 'nVHE' || boot['mode'] === 'protected' ? boot['mode'] : 'VHE',
    midr: numberOf(boot['midr']),
    ctr: `0x${(numberOf(boot['ctr']) ?? 0n).toString(16)}`,
    fwb: flagOf(log['fwb']),
    dic: flagOf(log['dic']),
    capability: { kvm: answerOf(lines, 'kvm'), vm: answerOf(lines, 'vm') },
    cases,
    whole: end !== undefined,
    problems,
  };
}

function linesOf(text: string, problems: string[]): Line[] {
  const found = text
    .slice(0, MOST_LINES * LONGEST_LINE)
    .split('\n')
    .filter((line) => line.includes(MARK))
    .slice(0, MOST_LINES);
  const lines: Line[] = [];
  let torn = 0;
  for (const line of found) {
    try {
      lines.push(objectOf(JSON.parse(line.slice(line.indexOf(MARK) + MARK.length))));
    } catch {
      torn += 1;
    }
  }
  if (torn > 0) problems.push(`${torn} lines are torn and were left out.`);
  return lines;
}

const objectOf = (value: unknown): Line =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : {};
const words = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');
const flagOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const numberOf = (value: unknown): bigint | null =>
  typeof value === 'string' ? parseHex(value, 64).value : null;
const errnoOf = (value: unknown): string | null =>
  typeof value === 'string' && /^E[A-Z0-9]{1,20}$/.test(value) ? value : null;

function answerOf(lines: readonly Line[], on: string): Recorded['capability']['vm'] {
  const line = lines.find((one) => one['is'] === 'capability' && one['on'] === on);
  const value = line?.['value'];
  return {
    value: Number.isSafeInteger(value) ? (value as number) : null,
    errno: errnoOf(line?.['errno']),
  };
}

const BY = new Set(['anonymous', 'memfd', 'device']);
const OPS: ReadonlySet<string> = new Set(GUEST_OPS);
const FLAGS: ReadonlySet<string> = new Set(SLOT_FLAGS);

/** A case of the form that the probe prints; one of another form is named and left out. */
function caseOf(line: Line, problems: string[]): RecordedCase[] {
  const id = words(line['id']);
  const vma = objectOf(line['vma']);
  const slot = line['slot'] === null ? null : objectOf(line['slot']);
  const guest = line['guest'] === null ? null : objectOf(line['guest']);
  const ok =
    /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/.test(id) &&
    BY.has(words(vma['by'])) &&
    Array.isArray(vma['flags']) &&
    vma['flags'].every((flag) => typeof flag === 'string') &&
    (slot === null || isFlags(slot['flags'])) &&
    (guest === null || (OPS.has(words(guest['op'])) && typeof guest['mmu'] === 'boolean')) &&
    isRun(line['run']) &&
    isThen(line['then']) &&
    line['second'] === null;
  // What only the lab's module sees is never in a line of the probe.
  if (ok)
    return [
      { ...line, map: [], relax: [], maintenance: [], leaf: null, frames: null, host: null },
    ].map((one) => without(one) as unknown as RecordedCase);
  problems.push(`A case of another form was left out: ${id || 'without a name'}.`);
  return [];
}

const without = (line: Line): Line =>
  Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'is'));
const isFlags = (value: unknown): boolean =>
  Array.isArray(value) && value.every((flag) => typeof flag === 'string' && FLAGS.has(flag));

function isRun(value: unknown): boolean {
  if (value === null) return true;
  const run = objectOf(value);
  if (run['detail'] === null || run['detail'] === undefined) return 'ioctl' in run;
  const detail = objectOf(run['detail']);
  const at = words(detail['at']);
  if (at === 'exception') return numberOf(detail['esr']) !== null;
  return at === 'doorbell' || (at === 'region' && typeof detail['write'] === 'boolean');
}

const isThen = (value: unknown): boolean =>
  value === null || (objectOf(value)['move'] === 'flags' && isFlags(objectOf(value)['flags']));

/** What the CPUs have, where it is known: the log of the kernel, or what the reader says. */
export interface ProbeHost {
  readonly fwb: boolean;
  readonly dic: boolean;
}

/** A run of the probe in the form of a recorded run; what only the lab knows of its machine is empty. */
export function asRecorded(run: ProbeRun, { fwb, dic }: ProbeHost): Recorded {
  const [version = '0.0'] = /^\d+\.\d+(?:\.\d+)?/.exec(run.release) ?? [];
  const ctr = BigInt(run.ctr) & ~(1n << 29n);
  const none = '';
  return {
    protocol: PROTOCOL,
    kernel: { release: run.release, version, package: none, packageVersion: none, suite: none },
    qemu: { version: none, packageVersion: none },
    cpu: none,
    mode: run.mode,
    missingProbes: [],
    date: none,
    registers: {
      midr: `0x${(run.midr ?? 0n).toString(16)}`,
      ctr: `0x${(dic ? ctr | (1n << 29n) : ctr).toString(16)}`,
      mmfr2: fwb ? '0x10000000000' : '0x0',
      clidr: '0x0',
    },
    capability: run.capability,
    cases: [...run.cases],
  };
}
