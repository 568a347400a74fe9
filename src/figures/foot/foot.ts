import { failed, place } from '../form/places.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';

/** What the foot of a figure offers besides the link to its state. */
export interface FootOptions {
  /** The figure has a picture, which can be copied as an image. */
  readonly image?: boolean;
}

const button = (what: string, words: string): HElement =>
  h('button', { type: 'button', 'data-copy': what }, words);

/** foot ends a figure: a link to its state, the same to take along, its picture, and the way back. */
export const foot = (parts: Parts, { image = false }: FootOptions = {}): readonly HElement[] => [
  h(
    'div',
    { class: 'fig-foot' },
    place('link', parts, {}, 'p'),
    button('link', 'Copy link'),
    ...(image ? [button('image', 'Copy as image')] : []),
    h('button', { type: 'button', class: 'fig-reset' }, 'Start again'),
    h('p', { class: 'fig-copied', role: 'status' }),
  ),
  failed(),
];
