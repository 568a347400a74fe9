import type { Actor, Machine } from './machine.ts';
import { Moves } from './machine.ts';
import { pageMachine } from './page-machine.ts';
import type { Property } from './properties.ts';
import type { Setup } from './setup.ts';
import { viewOf, type StateView } from './view.ts';

/** One move that is possible in a state, for whoever plays the machine. Plain data. */
export interface LegalMove {
  /** The name of the rule. */
  readonly move: string;
  readonly actor: Actor;
  readonly label: string;
  readonly reason: string;
  readonly source: readonly string[];
  /** The packed state that follows, and what it says. */
  readonly next: number;
  readonly state: StateView;
  /** What this move breaks. */
  readonly breaks: readonly Property[];
}

/** More than any rule adds for one state; a read past a line adds two. */
export const MOST_MOVES = 64;

/** Every move that is possible in a state. The state before anything has happened is 0. */
export function movesFrom(
  state: number,
  setup: Setup,
  machine: Machine = pageMachine(setup),
): LegalMove[] {
  const moves = new Moves(MOST_MOVES);
  return machine.rules.flatMap((rule) => {
    moves.count = 0;
    rule.to(state, moves);
    return Array.from({ length: moves.count }, (_, i): LegalMove => {
      const { name, actor, label, reason, source } = rule;
      const next = moves.next[i] ?? 0;
      const breaks = machine.properties.filter((_p, bit) => ((moves.breaks[i] ?? 0) >> bit) & 1);
      const view = viewOf(next, setup);
      return {
        move: name,
        actor,
        label,
        reason,
        source,
        next,
        state: view,
        breaks: breaks as Property[],
      };
    });
  });
}
