import { movesFrom, pageMachine, PROPERTIES, search, viewOf } from '../../model/index.ts';
import type { LegalMove, Machine, Property, RawStep, Setup } from '../../model/index.ts';
import type { Scene } from '../stage/scene.ts';
import { cleanMachine, stageOf } from './one-clean.ts';

/** A machine that is played: its set-up, and the moves that were taken. */
export interface Game {
  /** The name of the policy. */
  readonly policy: string;
  readonly setup: Setup;
  readonly taken: readonly LegalMove[];
}

/** The packed state in which the game stands. */
const stateOf = ({ taken }: Game): number => taken.at(-1)?.next ?? 0;

/** sceneOf is the picture of the game as it stands. */
export function sceneOf({ setup, taken }: Game): Scene {
  const [before, last] = [taken.at(-2), taken.at(-1)];
  const start = viewOf(0, setup);
  if (last === undefined)
    return { state: start, before: null, move: null, actor: null, label: null, breaks: [] };
  const { state, move, actor, label, breaks } = last;
  return { state, before: before?.state ?? start, move, actor, label, breaks };
}

/** Every move that is possible now; two that look alike and break the same are one. */
export function possible(game: Game): LegalMove[] {
  const seen = new Set<string>();
  return movesFrom(stateOf(game), game.setup).filter(({ move, next, breaks }) => {
    const key = `${move} ${next} ${breaks.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** brokenBy is what the moves so far have broken, in the order of the properties. */
export const brokenBy = ({ taken }: Game): Property[] =>
  PROPERTIES.filter((p) => taken.some(({ breaks }) => breaks.includes(p)));

/** The moves of a way that a search has found, each as it can be taken. */
function asMoves(game: Game, way: readonly RawStep[], breaks: Property | null): LegalMove[] | null {
  const moves: LegalMove[] = [];
  for (const [i, { rule, state }] of way.entries()) {
    const at: Game = { ...game, taken: [...game.taken, ...moves] };
    const ends = breaks !== null && i === way.length - 1;
    const found = possible(at).find(
      (one) =>
        one.move === rule.name && one.next === state && (!ends || one.breaks.includes(breaks)),
    );
    if (found === undefined) return null;
    moves.push(found);
  }
  return moves;
}

/** wayTo gives a shortest way from here to the move that breaks a property; null where none leads there. */
export function wayTo(game: Game, property: Property): LegalMove[] | null {
  const searched = search({ ...pageMachine(game.setup), start: [stateOf(game)] });
  if ('code' in searched) return null;
  const way = searched.broken[PROPERTIES.indexOf(property)];
  return way ? asMoves(game, way, property) : null;
}

/** The way to what is looked for, or that none leads there, with the count of states that were visited. */
export type Hint =
  | { readonly move: LegalMove; readonly property: Property | null; readonly steps: number }
  | { readonly states: number };

/** What a hint looks for: the nearest of some properties, or the read after one clean. */
export type Goal = readonly Property[] | 'clean';

/** hintFor searches from here: the next move of a shortest way to what is looked for and not reached yet. */
export function hintFor(game: Game, goal: Goal = PROPERTIES): Hint | null {
  const from = stateOf(game);
  if (goal === 'clean') {
    const machine = cleanMachine(game.setup, from, stageOf(game.taken, game.setup));
    return hintIn(game, machine, [null], 2 ** pageMachine(game.setup).bits);
  }
  const broken = brokenBy(game);
  const sought = PROPERTIES.map((p) => (goal.includes(p) && !broken.includes(p) ? p : undefined));
  return hintIn(game, { ...pageMachine(game.setup), start: [from] }, sought);
}

/** `sought` has a name for each property of the machine that counts; states count up to `size`. */
function hintIn(
  game: Game,
  machine: Machine,
  sought: readonly (Property | null | undefined)[],
  size = Infinity,
): Hint | null {
  const searched = search(machine);
  if ('code' in searched) return null;
  const ways = sought.flatMap((property, p) => {
    const way = searched.broken[p];
    return way && property !== undefined ? [{ property, way }] : [];
  });
  const [nearest] = ways.toSorted((a, b) => a.way.length - b.way.length);
  const [first] = nearest?.way ?? [];
  if (nearest === undefined || first === undefined) return { states: searched.states };
  const { property, way } = nearest;
  const step = { ...first, state: size === Infinity ? first.state : first.state % size };
  const [move] = asMoves(game, [step], way.length === 1 ? property : null) ?? [];
  return move ? { move, property, steps: way.length } : null;
}
