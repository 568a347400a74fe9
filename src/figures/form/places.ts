import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';

/** What stands in the places of a figure, by the name of the place. */
export type Parts = Readonly<Record<string, readonly HNode[]>>;

/** place is a part of a figure that changes with its state. */
export const place = (
  name: string,
  parts: Parts,
  attrs: Readonly<Record<string, string | number>> = {},
  tag = 'div',
): HElement => h(tag, { ...attrs, 'data-part': name }, ...(parts[name] ?? []));

/** foot ends a figure: a link to its state, the way back, and lines for what went wrong. */
export const foot = (parts: Parts, reset: string): readonly HElement[] => [
  h(
    'div',
    { class: 'fig-foot' },
    place('link', parts, {}, 'p'),
    h('button', { type: 'button', class: 'fig-reset' }, reset),
  ),
  place('problems', parts, { class: 'fig-problems', role: 'status' }),
  h(
    'p',
    { class: 'fig-failed fig-problems', role: 'alert', hidden: true },
    'The part that answers could not be loaded. What is shown is right for the choices that the page came with. Reload the page to try again.',
  ),
];
