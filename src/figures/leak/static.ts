import { failed } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { story } from './story.ts';
import { frameNodes } from './view.ts';

const button = (does: string, text: string, off = true): HNode =>
  h('button', { type: 'button', 'data-step': does, 'aria-disabled': String(off) }, text);

/** leakStatic is the whole story as a strip, and the buttons that step through it. */
export function leakStatic(): HNode[] {
  const one = { class: 'strip-one', 'data-part': 'one', role: 'group', 'aria-live': 'polite' };
  return [
    // Above the frames: what a reader presses must not move when the strip becomes one frame.
    h(
      'div',
      { class: 'fig-controls' },
      button('back', 'Back'),
      button('next', 'Step through', false),
      button('all', 'All frames'),
    ),
    h('ol', { class: 'strip' }, ...story().map((frame, i) => h('li', {}, ...frameNodes(frame, i)))),
    h('div', { ...one, hidden: true }),
    failed(),
  ];
}
