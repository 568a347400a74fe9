import type { Actor, LegalMove } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { flowsOf } from '../stage/flow.ts';
import { sentence } from '../stage/scene.ts';
import type { StateView } from '../../model/index.ts';

const ACTORS: readonly (readonly [Actor, string])[] = [
  ['A', 'tenant A'],
  ['owner', 'owner'],
  ['kvm', 'KVM'],
  ['B', 'tenant B'],
  ['hardware', 'the cache, unasked'],
];

const WHERE = { line: 'the line answers', memory: 'memory answers' } as const;
const INTO = { line: 'into the line', memory: 'into memory' } as const;

/** nameOf is the label of a move; where the architecture leaves a choice, with the choice. */
export function nameOf(move: LegalMove, moves: readonly LegalMove[], before: StateView): string {
  const name = sentence(move.label);
  if (moves.filter((one) => one.move === move.move).length < 2) return name;
  const flow = flowsOf({ ...move, before }).findLast(({ wire }) => wire !== 'fetch');
  if (flow === undefined) return name;
  return `${name}: ${flow.way === 'to' ? INTO[flow.place] : WHERE[flow.place]}`;
}

/** moveGroups draws the moves that are possible, by actor; a reason that they share stands once. */
export function moveGroups(
  moves: readonly LegalMove[],
  before: StateView,
  hinted: LegalMove | null,
): HNode[] {
  return ACTORS.flatMap(([actor, name]) => {
    const own = moves.filter((move) => move.actor === actor);
    if (own.length === 0) return [];
    const reasons = [...new Set(own.map(({ reason }) => reason))];
    const lists = reasons.map((reason) => {
      const alike = own.filter((move) => move.reason === reason);
      const items = alike.map((move) =>
        item(nameOf(move, moves, before), moves.indexOf(move), hinted === move),
      );
      const why = h('p', { class: 'mv-why' }, `${reason} `, sourceLinks(alike[0]?.source ?? []));
      return h('div', {}, h('ul', { class: 'mv-list' }, ...items), why);
    });
    const group = { class: 'mv-group', role: 'group', 'aria-label': `Moves of ${name}` };
    return [h('div', group, h('span', { class: 'label' }, name), ...lists)];
  });
}

/** Without scripts a move is a line of text, since nothing could answer a button. */
const item = (name: string, at: number, hinted: boolean): HElement =>
  h(
    'li',
    {},
    h('span', { class: 'mv-plain' }, name),
    h(
      'button',
      { type: 'button', 'data-move': at, class: hinted && 'mv-hint' },
      name,
      hinted && h('em', {}, ' hint'),
    ),
  );
