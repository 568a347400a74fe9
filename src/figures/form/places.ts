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

/** problems is where a figure says which parts of a link it could not use; empty until then. */
export const problems = (): HElement =>
  place('problems', {}, { class: 'fig-problems', role: 'status' });

/** failed is the line for a reader whose connection lost the part that answers. */
export const failed = (): HElement =>
  h(
    'p',
    { class: 'fig-failed fig-problems', role: 'alert', hidden: true },
    'The part that answers could not be loaded: this page may be older than the site, or the connection is gone. What is shown is right for the choices that the page came with. Load the page again.',
  );
