import { createHash } from 'node:crypto';
import { mutantRuns, type MutantCount, type MutantRun } from '../quality/runs.ts';

/** What became of the mutants of a file, or of one function in it. Plain data. */
export interface Mutated extends MutantCount {
  /** Day of the run. */
  readonly date: string;
  /** Whether the file has other text now than it had in the run. */
  readonly changed: boolean;
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

/**
 * The mutants of a file of the model, which has this text now, of the named parts alone where these have any;
 * null where no run is recorded.
 */
export function mutatedIn(file: string, text: string, parts: readonly string[]): Mutated | null {
  runs ??= new Map(mutantRuns().map((run) => [run.file, run]));
  const run = runs.get(file);
  if (run === undefined) return null;
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
