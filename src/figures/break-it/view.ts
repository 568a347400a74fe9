import type { Parts } from '../form/places.ts';
import type { Values } from '../form/field.ts';
import { formatState } from '../form/address.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip, ENDINGS } from '../stage/broken.ts';
import { stage } from '../stage/draw.ts';
import { sentence, stateInWords } from '../stage/scene.ts';
import { FIELDS, hostInWords, meaningOf } from './fields.ts';
import { brokenBy, possible, sceneOf } from './game.ts';
import type { Game, Hint } from './game.ts';
import { moveGroups, nameOf } from './moves.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'break-it';

/** What follows the choices alone. */
export function caseParts(values: Values): Parts {
  const { text, source } = meaningOf(values);
  const href = `?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  return {
    case: [
      h('code', {}, values['policy'] ?? ''),
      `: ${text} `,
      sourceLinks(source),
      h('span', { class: 'mv-plain' }, ` ${hostInWords(values)}`),
    ],
    link: [h('a', { href }, 'Link to this case')],
  };
}

/** What follows each move. `hint` is what the search said about the state, if it was asked. */
export function gameParts(game: Game, hint: Hint | null = null): Parts {
  const scene = sceneOf(game);
  const moves = possible(game);
  const wanted = hint !== null && 'move' in hint ? hint.move : null;
  const hinted = moves.find(
    (one) =>
      one.move === wanted?.move && one.next === wanted.next && alike(one.breaks, wanted.breaks),
  );
  return {
    stage: [stage(scene)],
    broken: brokenNodes(game),
    hint: hintNodes(hint),
    moves: moveGroups(moves, scene.state, hinted ?? null),
    log: log(game),
    say: [spoken(game)],
  };
}

const alike = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

function brokenNodes(game: Game): HNode[] {
  const broken = brokenBy(game);
  if (broken.length === 0) return ['Nothing is broken yet.'];
  return [
    'Broken: ',
    ...broken.flatMap((p, i) => (i === 0 ? [brokenChip(p)] : [' ', brokenChip(p)])),
  ];
}

function hintNodes(hint: Hint | null): HNode[] {
  if (hint === null) return [];
  if ('states' in hint)
    return [
      `Nothing more can break from here: all ${hint.states} states that can still be reached were visited.`,
    ];
  const { steps, property } = hint;
  const left = steps === 1 ? 'one move' : `${steps} moves`;
  return ['Nearest: ', brokenChip(property), `, ${left} away. The next one is marked.`];
}

/** The moves that were taken, each with what it broke. */
function log({ taken, setup }: Game): HNode[] {
  return taken.map((move, i) => {
    const earlier: Game = { setup, taken: taken.slice(0, i) };
    const name = nameOf(move, possible(earlier), sceneOf(earlier).state);
    return h('li', {}, name, ...move.breaks.flatMap((p): HNode[] => [' ', brokenChip(p)]));
  });
}

function spoken({ taken }: Game): string {
  const last = taken.at(-1);
  if (last === undefined) return 'Start: nothing has happened.';
  const ends = last.breaks.map((p) => `${ENDINGS[p].word}: ${ENDINGS[p].says}`).join(' ');
  return `Move ${taken.length}: ${sentence(last.label)}. ${ends} ${stateInWords(last.state)}`;
}
