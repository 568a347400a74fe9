import { allRows, compare } from './compare.ts';
import type { Recorded } from './schema.ts';

/** How recorded answers stand beside the model's. */
export interface Agreement {
  readonly agrees: number;
  readonly differs: number;
  readonly notAsked: number;
  /** Why the model was not asked, each reason with the number of answers; the most first. */
  readonly reasons: readonly (readonly [why: string, count: number])[];
}

/** Counts the answers of some runs. */
export function agreement(runs: readonly Recorded[]): Agreement {
  const rows = runs.flatMap((run) => allRows(compare(run)));
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const reasons = new Map<string, number>();
  for (const { why } of rows) if (why !== null) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return {
    agrees: count('agrees'),
    differs: count('differs'),
    notAsked: count('not asked'),
    reasons: [...reasons].toSorted((a, b) => b[1] - a[1]),
  };
}
