import type { Step } from '../../model/index.ts';
import { quiet, type Told } from './adapter.ts';
import { fitting, rowsOf } from './compare.ts';
import { ForeignFile } from './vector-file.ts';

/** A check of the model, and how many rows of a file went through it. */
export interface Reached {
  /** The check as the first of these rows made it. */
  readonly step: Step;
  readonly rows: number;
}

/** What the rows of a file went through. */
export interface ReachedFile {
  readonly function: string;
  readonly kernel: string | null;
  /** Rows of which the model says the same. */
  readonly rows: number;
  readonly steps: readonly Reached[];
}

/** The checks that the rows of a file go through, where the model says the same as the row. */
export function reachedBy(text: string): ReachedFile | ForeignFile {
  const fit = fitting(text);
  if (fit instanceof ForeignFile) return fit;
  const { file, adapter } = fit;
  const steps = new Map<string, { step: Step; rows: number }>();
  let rows = 0;
  for (const row of rowsOf(file)) {
    const own = new Map<string, Step>();
    const told: Told = (decision) => {
      for (const step of decision.because) own.set(`${step.in}\n${step.check}`, step);
      return quiet(decision);
    };
    if (adapter.differences(row, file, told).length > 0) continue;
    rows += 1;
    for (const [key, step] of own) {
      const known = steps.get(key);
      if (known === undefined) steps.set(key, { step, rows: 1 });
      else known.rows += 1;
    }
  }
  return { function: file.function, kernel: file.kernel, rows, steps: [...steps.values()] };
}
