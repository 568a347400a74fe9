import type { Parts } from '../form/places.ts';
import type { Values } from '../form/field.ts';
import { formatState } from '../form/address.ts';
import { control } from '../form/controls.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { brokenChip, ENDINGS } from '../stage/broken.ts';
import { stage } from '../stage/draw.ts';
import { sentence, stateInWords } from '../stage/scene.ts';
import { FIELDS, hostInWords, meaningOf, MISSION, offered } from './fields.ts';
import { brokenBy, possible, sceneOf } from './game.ts';
import type { Game, Hint } from './game.ts';
import { missionOf } from './missions.ts';
import type { Mission } from './missions.ts';
import { moveGroups, nameOf } from './moves.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'break-it';

/** What follows the choices alone. */
export function caseParts(values: Values): Parts {
  const { text, source } = meaningOf(values);
  const href = `?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  return {
    policies: [control(offered(values), values, NAME)],
    case: [
      h('code', {}, values['policy'] ?? ''),
      `: ${text} `,
      sourceLinks(source),
      h('span', { class: 'mv-plain' }, ` ${hostInWords(values)}`),
    ],
    link: [h('a', { href }, 'Link to this case')],
  };
}

/** What a game shows beside its moves. */
export interface Shown {
  readonly values: Values;
  /** What the search said about the state, if it was asked. */
  readonly hint?: Hint | null;
  /** Missions that are done, by their keys. */
  readonly done?: ReadonlySet<string>;
  /** The mission of now has just been done, or was done by the moves that stand here. */
  readonly won?: boolean;
}

const DONE = verdictChip('supported', 'done', null);

/** The missions as choices, each with what has become of it. */
function missionNodes(values: Values, done: ReadonlySet<string>): HNode[] {
  const field = control(MISSION, values, NAME);
  const children = field.children.map((node) => {
    if (typeof node === 'string' || node.tag !== 'label') return node;
    const [input] = node.children;
    const key = typeof input === 'object' ? input.attrs['value'] : undefined;
    return done.has(String(key)) ? { ...node, children: [...node.children, '\u00a0', DONE] } : node;
  });
  return [{ ...field, children }];
}

/** What follows each move. */
export function gameParts(game: Game, shown: Shown): Parts {
  const { values, hint = null, done = new Set<string>(), won = false } = shown;
  const mission = missionOf(values);
  const scene = sceneOf(game);
  const moves = possible(game);
  const wanted = hint !== null && 'move' in hint ? hint.move : null;
  const hinted = moves.find(
    (one) =>
      one.move === wanted?.move && one.next === wanted.next && alike(one.breaks, wanted.breaks),
  );
  return {
    missions: missionNodes(values, done),
    task: [
      mission?.task ?? 'Any policy, any host, and each safeguard of the landed code off by itself.',
    ],
    stage: [stage(scene)],
    broken: [...brokenNodes(game), ...(won ? [' ', WON] : [])],
    hint: hintNodes(hint, mission),
    moves: moveGroups(moves, scene.state, hinted ?? null),
    log: log(game),
    say: [spoken(game), won && ' The mission is done.'].filter((one) => one !== false),
  };
}

const WON = verdictChip('supported', 'mission done', null);

const alike = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

function brokenNodes(game: Game): HNode[] {
  const broken = brokenBy(game);
  if (broken.length === 0) return ['Nothing is broken yet.'];
  return [
    'Broken: ',
    ...broken.flatMap((p, i) => (i === 0 ? [brokenChip(p)] : [' ', brokenChip(p)])),
  ];
}

function hintNodes(hint: Hint | null, mission: Mission | null): HNode[] {
  if (hint === null) return [];
  if ('states' in hint) {
    const visited = `all ${hint.states} states that can still be reached were visited.`;
    const never = mission?.never ?? '';
    return never === ''
      ? [`Nothing more can break from here: ${visited}`]
      : [`${never} The search is sure: ${visited}`];
  }
  const { steps, property } = hint;
  const left = steps === 1 ? 'one move' : `${steps} moves`;
  return [
    ...(property === null ? ['The read that is safe'] : ['Nearest: ', brokenChip(property)]),
    `, ${left} away. The next one is marked.`,
  ];
}

/** The moves that were taken, each with what it broke. */
function log(game: Game): HNode[] {
  return game.taken.map((move, i) => {
    const earlier: Game = { ...game, taken: game.taken.slice(0, i) };
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
