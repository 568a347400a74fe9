import { Moves, type Machine } from '../../machine/machine.ts';
import { MOST_MOVES } from '../../machine/moves-from.ts';
import type { Setup } from '../../machine/setup.ts';
import {
  instructionOf,
  lineOf,
  lineState,
  DIRTY,
  GUEST,
  memoryOf,
  STATE_BITS,
} from '../../machine/state.ts';
import type { Invariant } from './invariants.ts';

/** What is wrong with sentences that shall prove a property. Plain data. */
export interface Gap {
  /**
   * 'start': false before anything happens. 'move': a move leads from a state of which all are true
   * to one of which `invariant` is not. 'property': a move out of such a state breaks the property.
   */
  readonly at: 'start' | 'move' | 'property';
  /** The sentence that fails; null where all are true and still the property breaks. */
  readonly invariant: string | null;
  /** The rule that makes the move; null at the start. */
  readonly move: string | null;
  /** The packed state before the move, and after it. */
  readonly from: number;
  readonly to: number;
}

/** How far sentences go. Plain data. */
export interface Checked {
  /** States of which all sentences are true: as many as are looked at, whether reached or not. */
  readonly states: number;
  /** Moves out of them, each looked at. */
  readonly moves: number;
  /** The first gap; null: the sentences prove the property. */
  readonly gap: Gap | null;
}

/**
 * Whether sentences prove that a property of a machine holds: all are true at the start, every move
 * out of any state of which all are true leads to one of which they are true again, and none of
 * these moves breaks the property. States that cannot be reached are looked at too, which makes it
 * a proof by induction and no second search.
 */
export function checkInvariants(
  machine: Machine,
  setup: Setup,
  invariants: readonly Invariant[],
  property: string,
): Checked {
  const bit = 1 << machine.properties.indexOf(property);
  const failing = (state: number): Invariant | undefined =>
    invariants.find(({ holds }) => !holds(state, setup));
  const gapAt = (at: Gap['at'], invariant: string | null, move: string | null, from = 0, to = 0) =>
    ({ states, moves: count, gap: { at, invariant, move, from, to } }) as const;
  let states = 0;
  let count = 0;
  for (const start of machine.start) {
    const wrong = failing(start);
    if (wrong) return gapAt('start', wrong.name, null, start, start);
  }
  const moves = new Moves(MOST_MOVES);
  for (const state of statesThatSay()) {
    if (failing(state)) continue;
    states++;
    const group = machine.groupOf?.(state) ?? 0;
    for (const { name, groups = -1, to } of machine.rules) {
      if (!((groups >> group) & 1)) continue;
      moves.count = 0;
      to(state, moves);
      for (let i = 0; i < moves.count; i++) {
        count++;
        const next = moves.next[i] as number;
        if ((moves.breaks[i] as number) & bit) return gapAt('property', null, name, state, next);
        const wrong = failing(next);
        if (wrong) return gapAt('move', wrong.name, name, state, next);
      }
    }
  }
  return { states, moves: count, gap: null };
}

/**
 * Not every 16 bits say something of a page: an absent line has no value, and values end. Every set-up
 * has the same states, so they are listed once.
 */
let sayings: readonly number[] | undefined;
function statesThatSay(): readonly number[] {
  return (sayings ??= Array.from({ length: 2 ** STATE_BITS }, (_, s) => s).filter((s) => {
    const line = lineState(s) === 0 ? lineOf(s) === 0 : lineState(s) <= DIRTY && lineOf(s) <= GUEST;
    return line && memoryOf(s) <= GUEST && instructionOf(s) <= GUEST;
  }));
}
