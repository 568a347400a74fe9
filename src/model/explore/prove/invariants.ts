import type { Setup } from '../../machine/setup.ts';
import {
  DIRTY,
  FAILED,
  instructionOf,
  latestOf,
  lineOf,
  lineState,
  MAPPED,
  memoryOf,
  phaseOf,
  SCRUBBED,
  SECRET,
  SLOT,
} from '../../machine/state.ts';

/** A sentence about every state that a page can reach. */
export interface Invariant {
  /** Stable name, unique among its list. */
  readonly name: string;
  /** The sentence. */
  readonly words: string;
  /** Whether it is true of a packed state. */
  readonly holds: (state: number, setup: Setup) => boolean;
}

const scrubbed = (s: number): boolean => phaseOf(s) >= SCRUBBED && phaseOf(s) <= MAPPED;
const mapped = (s: number): boolean => phaseOf(s) === MAPPED;

/**
 * What can be true of a page throughout. Which of them are, depends on the set-up: a store that
 * goes around the cache makes the second false, for example. `prove` takes those that are true.
 */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'never-given',
    words: 'The page never gets to B: the memslot is refused.',
    holds: (s) => phaseOf(s) !== SLOT && phaseOf(s) !== MAPPED && phaseOf(s) !== FAILED,
  },
  {
    name: 'no-line',
    words: 'No cache line holds the page.',
    holds: (s) => lineState(s) === 0,
  },
  {
    name: 'line-is-latest',
    words: 'From the scrub on, a line that is there holds what was written last.',
    holds: (s) => !scrubbed(s) || lineState(s) === 0 || lineOf(s) === latestOf(s),
  },
  {
    name: 'memory-is-latest',
    words: 'From the scrub on, memory holds what was written last, unless a dirty line does.',
    holds: (s) => !scrubbed(s) || lineState(s) === DIRTY || memoryOf(s) === latestOf(s),
  },
  {
    name: 'line-without-secret',
    words: "From the scrub on, no line holds A's secret.",
    holds: (s) => !scrubbed(s) || lineState(s) === 0 || lineOf(s) !== SECRET,
  },
  {
    name: 'memory-without-secret',
    words: "Once B has the page mapped, memory does not hold A's secret.",
    holds: (s) => !mapped(s) || memoryOf(s) !== SECRET,
  },
  {
    name: 'memory-without-secret-unless-dirty',
    words: "From the scrub on, memory holds A's secret only under a dirty line.",
    holds: (s) => !scrubbed(s) || lineState(s) === DIRTY || memoryOf(s) !== SECRET,
  },
  {
    name: 'instructions-without-secret',
    words: "Once B has the page mapped, the instruction line does not hold A's secret.",
    holds: (s) => !mapped(s) || instructionOf(s) !== SECRET,
  },
  {
    name: 'instructions-gone',
    words: "From the scrub on, the instruction line does not hold A's secret.",
    holds: (s) => !scrubbed(s) || instructionOf(s) !== SECRET,
  },
];
