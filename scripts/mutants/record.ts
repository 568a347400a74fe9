import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf, sumOf } from '../../src/evidence/mutants.ts';
import { MUTANT_RUNS, mutantRuns, withRuns, type MutantRun } from '../../src/quality/runs.ts';
import { root } from '../../src/root.ts';
import { grouped, scoreOf, type Mutant } from './report.ts';

/** The runs after one more: of each file that took part, what it came to now; `read` gives a file of the model. */
export function withMutants(
  before: readonly MutantRun[],
  mutants: readonly Mutant[],
  date: string,
  read: (file: string) => string,
): MutantRun[] {
  const now = [...grouped(mutants, ({ file }) => file)].map(([file, own]): MutantRun => {
    const text = read(file);
    const lines = text.split('\n');
    const parts = [...grouped(own, ({ line }) => partOf(lines, line))].map(([part, some]) => {
      const { killed, survived } = scoreOf(some);
      return [part, { killed, survived }] as const;
    });
    return { file, date, sum: sumOf(text), parts: Object.fromEntries(parts) };
  });
  return withRuns(before, now);
}

/** Writes what the mutants of a run came to. */
export function record(mutants: readonly Mutant[]): void {
  const date = new Date().toISOString().slice(0, 10);
  const read = (file: string): string => readFileSync(join(root, 'src/model', file), 'utf8');
  const runs = withMutants(mutantRuns(), mutants, date, read);
  writeFileSync(join(root, MUTANT_RUNS), `${JSON.stringify(runs, null, 2)}\n`);
}
