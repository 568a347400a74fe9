import { projectText } from './counted.ts';

/** What a file of tests said when it was run last, in one browser where it needs one. */
export interface TestRun {
  readonly file: string;
  /** Name and version, such as `Firefox 153.8`; null where the tests need no browser. */
  readonly engine: string | null;
  /** Day of the run, YYYY-MM-DD. */
  readonly date: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What the registry said of the lock when it was asked last. */
export interface AuditRun {
  readonly date: string;
  /** How many packages the lock has: names and versions of all are in the question. */
  readonly packages: number;
  /** How many of them have an advisory; what the registry said instead, where it took no question. */
  readonly answer: number | string;
}

/** What mutation testing of a file of the model came to when it was run last. */
export interface MutantRun {
  /** Path from src/model/. */
  readonly file: string;
  readonly date: string;
  /** Of the text that was changed: another text has another sum. */
  readonly sum: string;
  /** By the function, constant or class in which they stand; empty for none. */
  readonly parts: Readonly<Record<string, MutantCount>>;
}

export interface MutantCount {
  readonly killed: number;
  readonly survived: number;
}

/** Files in which runs write what they came to, where they are asked to: `RECORD=1`. */
export const TEST_RUNS = 'docs/runs/tests.json';
export const AUDIT_RUN = 'docs/runs/audit.json';
export const MUTANT_RUNS = 'docs/runs/mutants.json';

/** The runs of tests that were recorded; none in a copy without them. */
export const testRuns = (): TestRun[] => JSON.parse(projectText(TEST_RUNS) ?? '[]') as TestRun[];

export const auditRun = (): AuditRun | null =>
  JSON.parse(projectText(AUDIT_RUN) ?? 'null') as AuditRun | null;

export const mutantRuns = (): MutantRun[] =>
  JSON.parse(projectText(MUTANT_RUNS) ?? '[]') as MutantRun[];

/** What is recorded of a file, in one browser where it needs one. */
interface OfFile {
  readonly file: string;
  readonly engine?: string | null;
}

/** withRuns is a record after a run: of each file that took part, what it said now alone. */
export function withRuns<T extends OfFile>(before: readonly T[], now: readonly T[]): T[] {
  const files = new Set(now.map(({ file }) => file));
  const key = ({ file, engine }: OfFile): string => `${file} ${engine ?? ''}`;
  return [...before.filter(({ file }) => !files.has(file)), ...now].toSorted((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}

/** Several runs together. */
export interface RunSum {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly passed: number;
  readonly failed: number;
}

/** summed adds runs up; null where there are none. */
export function summed(runs: readonly TestRun[]): RunSum | null {
  const days = runs.map(({ date }) => date).toSorted();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const count = (of: 'passed' | 'failed'): number => runs.reduce((n, run) => n + run[of], 0);
  return { from, to, passed: count('passed'), failed: count('failed') };
}

/** byEngine gives the runs in each browser, by its name. */
export function byEngine(runs: readonly TestRun[]): [engine: string, runs: TestRun[]][] {
  const engines = [...new Set(runs.flatMap(({ engine }) => engine ?? []))].toSorted();
  return engines.map((engine) => [engine, runs.filter((run) => run.engine === engine)]);
}
