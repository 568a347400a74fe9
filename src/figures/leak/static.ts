import { foot } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { story } from './story.ts';
import { frameNodes } from './view.ts';

const button = (does: string, text: string): HNode =>
  h('button', { type: 'button', 'data-step': does }, text);

/** leakStatic is the whole story as a strip, and the buttons that step through it. */
export function leakStatic(): HNode[] {
  return [
    h('ol', { class: 'strip' }, ...story().map((frame, i) => h('li', {}, ...frameNodes(frame, i)))),
    h('div', {
      class: 'strip-one',
      'data-part': 'one',
      role: 'group',
      'aria-live': 'polite',
      hidden: true,
    }),
    h(
      'div',
      { class: 'fig-controls' },
      button('back', 'Back'),
      button('next', 'Step through'),
      button('all', 'All frames'),
    ),
    foot({}, '').at(-1) ?? '',
  ];
}
