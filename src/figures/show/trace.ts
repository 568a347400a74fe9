import type { ShowMove } from '../../model/index.ts';
import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';
import { sourceLinks } from './steps.ts';

/** moveList draws the moves of a trace: what happens, why, and what is where afterwards. */
export const moveList = (moves: readonly ShowMove[]): HNode[] =>
  moves.length === 0 ? [] : [h('ol', { class: 'show-steps' }, ...moves.map(moveItem))];

function moveItem(
  { label, reason, state, source }: ShowMove,
  i: number,
  all: readonly ShowMove[],
): HElement {
  return h(
    'li',
    { class: i === all.length - 1 && all.length > 1 && 'show-decides' },
    label,
    reason !== '' && h('span', { class: 'show-inputs' }, `${reason} `, sourceLinks(source)),
    state !== '' && h('span', { class: 'show-state' }, state),
  );
}
