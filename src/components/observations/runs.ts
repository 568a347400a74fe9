import { observations } from '../../book/index.ts';
import { byRank } from '../../observations/rank.ts';
import type { Recorded } from '../../observations/schema.ts';

/** All recorded runs, the newest kernel first. */
export const runs: readonly Recorded[] = observations().toSorted(byRank);

/** Those that ask about VMAs of the lab's own module; the others ask about a driver's memory. */
export const ownRuns: readonly Recorded[] = runs.filter(({ driver }) => driver === undefined);

/** Versions of Linux that ran, the newest first. */
export const versions: readonly string[] = [...new Set(runs.map(({ kernel }) => kernel.version))];

/** The runs of a version. */
export const runsOf = (version: string): readonly Recorded[] =>
  runs.filter(({ kernel }) => kernel.version === version);

/** The ids of all cases, in the order of the program that runs them. */
export const caseIds = (some: readonly Recorded[]): readonly string[] => [
  ...new Set(some.flatMap(({ cases }) => cases.map(({ id }) => id))),
];

/** A run of its kernel: the CPU, and the mode where it is not the usual one. */
export function cpuName({ cpu, mode, driver }: Recorded): string {
  const told = mode === 'VHE' ? [] : [mode === 'protected' ? 'pKVM' : mode];
  const extra = [...told, ...(driver === undefined ? [] : [driver.name])];
  return extra.length === 0 ? cpu : `${cpu} (${extra.join(', ')})`;
}
