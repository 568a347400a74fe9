import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

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

/** What became of the mutants of a file, or of one function in it. Plain data. */
export interface Mutated extends MutantCount {
  /** Day of the run. */
  readonly date: string;
  /** Whether the file has other text now than it had in the run. */
  readonly changed: boolean;
}

/** Where a run writes what it came to, where it is asked to: `RECORD=1`. */
export const MUTANT_RUNS = 'docs/runs/mutants.json';

/** The runs that were recorded; none in a copy without them. */
export function mutantRuns(): MutantRun[] {
  const file = join(root, MUTANT_RUNS);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MutantRun[]) : [];
}

const OPENS = /^(?:export )?(?:async )?(?:function|const|class) (\w+)/;

/** Name of what a line of a file stands in: the function, constant or class that opened last; else empty. */
export function partOf(lines: readonly string[], line: number): string {
  for (let at = line - 1; at >= 0; at -= 1) {
    const name = OPENS.exec(lines[at] ?? '')?.[1];
    if (name !== undefined) return name;
  }
  return '';
}

/** The text of a file by a few of its signs: they differ where the text does. */
export const sumOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

let runs: ReadonlyMap<string, MutantRun> | undefined;

/** The mutants of a file of the model, of the named parts alone where these have any; null where no run is recorded. */
export function mutatedIn(file: string, parts: readonly string[]): Mutated | null {
  runs ??= new Map(mutantRuns().map((run) => [run.file, run]));
  const run = runs.get(file);
  if (run === undefined) return null;
  const text = readFileSync(join(root, 'src/model', file), 'utf8');
  return { ...countedIn(run, parts), date: run.date, changed: sumOf(text) !== run.sum };
}

/** How many were killed and survived in these parts; in the whole file where the parts have none. */
export function countedIn(
  { parts: all }: Pick<MutantRun, 'parts'>,
  parts: readonly string[],
): MutantCount {
  const own = parts.flatMap((part) => (all[part] ? [all[part]] : []));
  const counts = own.length > 0 ? own : Object.values(all);
  return {
    killed: counts.reduce((n, { killed }) => n + killed, 0),
    survived: counts.reduce((n, { survived }) => n + survived, 0),
  };
}
