import type { Decision } from '../../model/index.ts';
import { runsOf } from './group-by.ts';
import { lines } from './table.ts';
import type { Cell } from './table.ts';

/** What all kernels answer; where they differ, each answer behind the kernels that give it. */
export function byKernel<D extends Decision>(answers: readonly D[], say: (d: D) => string): Cell {
  const runs = runsOf(answers, say);
  if (runs.length === 1) return runs[0]?.[0];
  return lines(
    runs.map(([words, own]) => `${own.map(({ kernel }) => kernel).join(', ')}: ${words}`),
  );
}
