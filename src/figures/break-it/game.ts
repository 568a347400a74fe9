import { movesFrom, pageMachine, PROPERTIES, search, viewOf } from '../../model/index.ts';
import type { LegalMove, Property, Setup } from '../../model/index.ts';
import type { Scene } from '../stage/scene.ts';

/** A machine that is played: its set-up, and the moves that were taken. */
export interface Game {
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

/** The way to the nearest property that is still whole, or the proof that there is none. */
export type Hint =
  | { readonly move: LegalMove; readonly property: Property; readonly steps: number }
  | { readonly states: number };

/** hintFor searches from here: the next move of a shortest way to break what is not broken yet. */
export function hintFor(game: Game): Hint | null {
  const broken = brokenBy(game);
  const from = stateOf(game);
  const searched = search({ ...pageMachine(game.setup), start: [from] });
  if ('code' in searched) return null;
  const ways = PROPERTIES.flatMap((property, p) => {
    const way = searched.broken[p];
    return way && !broken.includes(property) ? [{ property, way }] : [];
  });
  const [nearest] = ways.toSorted((a, b) => a.way.length - b.way.length);
  if (nearest === undefined) return { states: searched.states };
  const { property, way } = nearest;
  const [first] = way;
  const move = possible(game).find(
    ({ move: name, next, breaks }) =>
      name === first?.rule.name &&
      next === first.state &&
      (way.length > 1 || breaks.includes(property)),
  );
  return move ? { move, property, steps: way.length } : null;
}
