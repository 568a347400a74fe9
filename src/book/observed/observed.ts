import type { Problem } from '../problems.ts';

/** What the check of a book needs to know of its observations. */
export interface Observed {
  /** Ids of all recorded cases, each once. */
  readonly cases: readonly string[];
  readonly problems: readonly Problem[];
}
