import type { ModelError } from '../../base/error.ts';
import { exploreIn, situation, type ExploreInput } from '../explore.ts';
import type { Machine } from '../../machine/machine.ts';
import { pageMachine } from '../../machine/page-machine.ts';
import type { Property } from '../../machine/properties.ts';
import type { Setup } from '../../machine/setup.ts';
import { checkInvariants, type Checked } from './check.ts';
import { INVARIANTS, type Invariant } from './invariants.ts';
import { safeguardsOf } from './safeguards.ts';

/** What a safeguard is worth to a proof. Plain data. */
export interface Without {
  /** What is taken away. */
  readonly name: string;
  readonly words: string;
  /** The same sentences still prove the property. */
  readonly proved: boolean;
  /** The property still holds: every reachable state was visited. */
  readonly holds: boolean;
}

/** Why a property holds. Plain data. */
export interface Proof {
  readonly property: Property | null;
  /** As `explore` says; null where the question does not arise. */
  readonly holds: boolean | null;
  /** Sentences that prove it, none to spare; null where it does not hold, or none of ours suffice. */
  readonly invariants: readonly Pick<Invariant, 'name' | 'words'>[] | null;
  /** States of which all sentences are true, and the moves out of them: all were looked at. */
  readonly states: number;
  readonly moves: number;
  /** States that can be reached, of which the sentences are true too. */
  readonly reachable: number;
  /** Each safeguard of the set-up, and what is left of the proof without it. */
  readonly without: readonly Without[];
  readonly error?: ModelError;
}

const NONE = { invariants: null, states: 0, moves: 0, without: [] } as const;

/**
 * Why a property holds under a policy: sentences about every state, each true before anything
 * happens and kept by every move, so that no move breaks the property. `explore` says that it
 * holds because every state was visited; this says what is true of them. Never throws for a bad
 * policy or input.
 */
export function prove(input: Omit<ExploreInput, 'machine'>): Proof {
  const setup = situation(input);
  if ('code' in setup) return { property: null, holds: null, ...NONE, reachable: 0, error: setup };
  const machine = pageMachine(setup);
  const explored = exploreIn(setup, input.property, machine);
  const { holds, states: reachable, property, error } = explored;
  const unproved = { property, holds, ...NONE, reachable, ...(error && { error }) };
  if (property === null || holds !== true) return unproved;
  const proving = provingAmong(INVARIANTS, machine, setup, property);
  if (proving === null) return unproved;
  const { invariants, states, moves } = proving;
  const { vma = 'cacheable', guestS1 = 'wb' } = input;
  return {
    property,
    holds,
    invariants: invariants.map(({ name, words }) => ({ name, words })),
    states,
    moves,
    reachable,
    without: safeguardsOf(setup, vma, guestS1).map((weakened) => ({
      name: weakened.name,
      words: weakened.words,
      proved: checkInvariants(weakened.machine, weakened.setup, invariants, property).gap === null,
      holds: exploreIn(weakened.setup, property, weakened.machine).holds !== false,
    })),
  };
}

/** Sentences that every move keeps and that prove a property, with what was looked at. */
interface Proving extends Omit<Checked, 'gap'> {
  readonly invariants: readonly Invariant[];
}

/** Those of some sentences that prove a property, none to spare; null where they do not. */
function provingAmong(
  all: readonly Invariant[],
  machine: Machine,
  setup: Setup,
  property: Property,
): Proving | null {
  let proving = keptAmong(all, machine, setup, property);
  for (const one of all) {
    if (!proving?.invariants.includes(one)) continue;
    const others = proving.invariants.filter((other) => other !== one);
    proving = keptAmong(others, machine, setup, property) ?? proving;
  }
  return proving;
}

/**
 * A sentence that some move makes false goes out, until all that are left are kept by every move;
 * null where these do not prove the property.
 */
function keptAmong(
  all: readonly Invariant[],
  machine: Machine,
  setup: Setup,
  property: Property,
): Proving | null {
  let invariants = all;
  for (;;) {
    const { gap, states, moves } = checkInvariants(machine, setup, invariants, property);
    if (gap === null) return { invariants, states, moves };
    if (gap.invariant === null) return null;
    invariants = invariants.filter(({ name }) => name !== gap.invariant);
  }
}
