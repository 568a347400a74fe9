import { movesFrom, situation } from '../../../model/index.ts';
import type { LegalMove, Machine, Property, StateView } from '../../../model/index.ts';
import type { Frame } from '../../drawing/drawing.ts';
import { sourceLinks } from '../../show/steps.ts';
import { ENDINGS, worst } from '../../stage/broken.ts';
import { stage } from '../../stage/draw.ts';
import { inWords, sentence } from '../../stage/scene.ts';
import type { StandsIn } from '../../stage/scene.ts';

/** The machine that a story is played on: a page, a host and a guest. */
export type Setup = Exclude<ReturnType<typeof situation>, { code: unknown }>;

/** Moves that were played, and the first that was not possible; null where all were. */
export interface Played {
  readonly moves: readonly LegalMove[];
  readonly impossible: string | null;
}

/**
 * Plays moves by name from the first state on. Where the hardware has a choice, the way is taken
 * that breaks one of `properties`, if one does: a story shows what can go wrong. `machine` is the
 * machine of the page where it is not given.
 */
export function playStory(
  setup: Setup,
  names: readonly string[],
  properties: readonly Property[],
  machine?: Machine,
): Played {
  const breaks = ({ moves }: Played): boolean =>
    moves.some((move) => move.breaks.some((p) => properties.includes(p)));
  const go = (state: number, at: number): Played => {
    const name = names[at];
    if (name === undefined) return { moves: [], impossible: null };
    const found = movesFrom(state, setup, machine).filter(({ move }) => move === name);
    if (found.length === 0) return { moves: [], impossible: name };
    const ways = found.map((move): Played => {
      const rest = go(move.next, at + 1);
      return { moves: [move, ...rest.moves], impossible: rest.impossible };
    });
    return ways.find(breaks) ?? (ways[0] as Played);
  };
  return go(0, 0);
}

/** How the last frame of a story ends where nothing is broken. */
export interface GoodEnd {
  readonly word: string;
  readonly says: string;
}

/** framesOf draws the moves from `shown` on; the ones before are how the page came to be. */
export function framesOf(
  moves: readonly LegalMove[],
  shown: number,
  properties: readonly Property[],
  good: GoodEnd,
  standsIn?: StandsIn,
): Frame[] {
  const broken = moves.map(({ breaks }) => worst(breaks.filter((p) => properties.includes(p))));
  const safe = broken.every((one) => one === null);
  return moves.slice(shown).map((move, i): Frame => {
    const at = shown + i;
    const before: StateView | null = moves[at - 1]?.state ?? null;
    const breaks = broken[at] ?? null;
    const ends = safe && at === moves.length - 1;
    const scene = { ...move, before, breaks: breaks === null ? [] : [breaks], standsIn };
    const end = breaks === null ? (ends ? ` ${good.says}` : '') : ` ${ENDINGS[breaks].says}`;
    return {
      svg: stage(scene),
      title: sentence(move.label),
      says: `${inWords(scene)}${ends ? end : ''}`,
      text: [`${move.reason}${end} `, sourceLinks(move.source)],
      ...(breaks !== null && { verdict: ENDINGS[breaks].verdict, word: ENDINGS[breaks].word }),
      ...(ends && { verdict: 'cacheable' as const, word: good.word }),
    };
  });
}

const SECRECY = ['noLeak'] as const;

/**
 * A story that ends with a read: does it see the secret? `told` says what is good about the end where it does not.
 */
export function leakFrames(
  setup: Setup,
  names: readonly string[],
  shown: number,
  told: string,
  { machine, standsIn }: { readonly machine?: Machine; readonly standsIn?: StandsIn } = {},
): Frame[] {
  const { moves } = playStory(setup, names, SECRECY, machine);
  return framesOf(moves, shown, SECRECY, { word: 'no secret', says: told }, standsIn);
}
