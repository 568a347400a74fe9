import { readFileSync } from 'node:fs';

/** One mutant of a run, as docs/mutants.md names it. */
export interface Mutant {
  /** Path from src/model/. */
  readonly file: string;
  readonly line: number;
  /** The code that was replaced, on one line. */
  readonly code: string;
  /** What stood there instead, on one line. */
  readonly replacement: string;
  readonly outcome: 'killed' | 'survived' | 'invalid';
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The parts of Stryker's JSON report that are read here. */
export interface StrykerReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** Killed, or stopped because it ran on without end. A mutant that does not load is neither. */
const OUTCOMES: Readonly<Record<string, Mutant['outcome']>> = {
  Killed: 'killed',
  Timeout: 'killed',
  Survived: 'survived',
  NoCoverage: 'survived',
};

/** The status of what tests/mutants/prose.mjs or a comment leaves out: no mutant was made. */
const LEFT_OUT = 'Ignored';

export function readReport(file: string): Mutant[] {
  return mutantsOf(JSON.parse(readFileSync(file, 'utf8')));
}

export function mutantsOf(report: StrykerReport): Mutant[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    const made = mutants.filter(({ status }) => status !== LEFT_OUT);
    return made.map(({ status, replacement, location: { start, end } }) => {
      const text = lines.slice(start.line - 1, end.line);
      const last = text.length - 1;
      text[last] = (text[last] ?? '').slice(0, end.column - 1);
      text[0] = (text[0] ?? '').slice(start.column - 1);
      return {
        file: file.replace('src/model/', ''),
        line: start.line,
        code: oneLine(text.join('\n')),
        replacement: oneLine(replacement ?? ''),
        outcome: OUTCOMES[status] ?? 'invalid',
      };
    });
  });
}

/** Code on one line, and its middle left out where it is long. */
function oneLine(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= 90 ? line : `${line.slice(0, 60)} … ${line.slice(-27)}`;
}

export interface Score {
  readonly killed: number;
  readonly survived: number;
  readonly invalid: number;
  /** Killed of those that ran, in percent; 100 where none ran. */
  readonly percent: number;
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (outcome: Mutant['outcome']) => mutants.filter((m) => m.outcome === outcome).length;
  const killed = count('killed');
  const survived = count('survived');
  const percent = killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
  return { killed, survived, invalid: count('invalid'), percent };
}

/** Things in groups by their key, groups in order of their first. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
