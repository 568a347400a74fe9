import { observations } from '../../book/index.ts';
import { byRank } from '../../observations/rank.ts';
import { versionsOf } from '../../observations/runs.ts';
import type { Recorded } from '../../observations/schema.ts';

/** All recorded runs, the newest kernel first. */
export const runs: readonly Recorded[] = observations().toSorted(byRank);

/** Those that ask about VMAs of the lab's own module; the others ask about a driver's memory. */
export const ownRuns: readonly Recorded[] = runs.filter(({ driver }) => driver === undefined);

/** Versions of Linux that ran, the newest first. */
export const versions: readonly string[] = versionsOf(runs);

/** The runs of a version. */
export const runsOf = (version: string): readonly Recorded[] =>
  runs.filter(({ kernel }) => kernel.version === version);
