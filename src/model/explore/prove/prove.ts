import type { ModelError } from '../../base/error.ts';
import { explore, situation, type ExploreInput } from '../explore.ts';
import type { Machine } from '../../machine/machine.ts';
import { pageMachine } from '../../machine/page-machine.ts';
import type { Property } from '../../machine/properties.ts';
import type { Setup } from '../../machine/setup.ts';
import { checkInvariants } from './check.ts';
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
  const { holds, states: reachable, property, error } = explore(input);
  const setup = situation(input);
  if (error || 'code' in setup || property === null)
    return { property, holds, ...NONE, reachable, ...(error && { error }) };
  if (holds !== true) return { property, holds, ...NONE, reachable };
  const invariants = provingAmong(INVARIANTS, setup, property);
  if (invariants === null) return { property, holds, ...NONE, reachable };
  const { vma = 'cacheable', guestS1 = 'wb' } = input;
  const { states, moves } = checkInvariants(pageMachine(setup), setup, invariants, property);
  return {
    property,
    holds,
    invariants: invariants.map(({ name, words }) => ({ name, words })),
    states,
    moves,
    reachable,
    without: safeguardsOf(setup, vma, guestS1).map(({ name, words, setup: other, machine }) => ({
      name,
      words,
      proved: checkInvariants(machine, other, invariants, property).gap === null,
      holds: explore({ ...input, machine: () => machine }).holds !== false,
    })),
  };
}

/** Those of some sentences that prove a property, none to spare; null where they do not. */
function provingAmong(
  all: readonly Invariant[],
  setup: Setup,
  property: Property,
): readonly Invariant[] | null {
  const machine = pageMachine(setup);
  let proving: readonly Invariant[] | null = keptAmong(all, machine, setup, property);
  if (proving === null) return null;
  for (const one of all) {
    if (!proving.includes(one)) continue;
    const others: readonly Invariant[] = proving.filter((other) => other !== one);
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
): readonly Invariant[] | null {
  let kept = all;
  for (;;) {
    const { gap } = checkInvariants(machine, setup, kept, property);
    if (gap === null) return kept;
    if (gap.invariant === null) return null;
    kept = kept.filter(({ name }) => name !== gap.invariant);
  }
}
