import { observations } from '../../book/index.ts';
import { versionsOf } from '../../observations/runs.ts';
import type { Recorded } from '../../observations/schema.ts';

/** Runs that ask about VMAs of the lab's own module; the others ask about a driver's memory. */
export const ownRuns = (): readonly Recorded[] =>
  observations().filter(({ driver }) => driver === undefined);

/** Versions of Linux that ran, the newest first. */
export const versions = (): readonly string[] => versionsOf(observations());

/** The runs of a version. */
export const runsOf = (version: string): readonly Recorded[] =>
  observations().filter(({ kernel }) => kernel.version === version);
