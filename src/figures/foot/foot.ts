import { failed, place } from '../form/places.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';

/** What the foot of a figure offers besides the link to its state. */
export interface FootOptions {
  /** The figure has a picture, which can be copied as an image. */
  readonly image?: boolean;
  /** Other forms in which the answer can be taken along, with the words of their buttons. */
  readonly take?: Readonly<Record<string, string>>;
  /** What the way back says. */
  readonly back?: string;
}

const button = (what: string, words: string): HElement =>
  h('button', { type: 'button', 'data-copy': what }, words);

/** takes draws a button for each form in which an answer can be taken along. */
export const takes = (forms: Readonly<Record<string, string>>): HElement[] =>
  Object.entries(forms).map(([form, words]) =>
    h('button', { type: 'button', 'data-take': form }, words),
  );

/** foot ends a figure: a link to its state, the same to take along, its picture, and the way back. */
export const foot = (
  parts: Parts,
  { image = false, take = {}, back = 'Start again' }: FootOptions = {},
): readonly HElement[] => [
  h(
    'div',
    { class: 'fig-foot' },
    place('link', parts, {}, 'p'),
    button('link', 'Copy link'),
    ...(image ? [button('image', 'Copy as image')] : []),
    ...takes(take),
    h('button', { type: 'button', class: 'fig-reset' }, back),
    h('p', { class: 'fig-copied', role: 'status' }),
  ),
  failed(),
];
