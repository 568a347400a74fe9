import type { HElement } from './node.ts';

/** A picture with its text alternative. */
export const pictured = (svg: HElement, says: string): HElement => ({
  ...svg,
  attrs: { ...svg.attrs, role: 'img', 'aria-label': says, 'data-pagefind-ignore': true },
});
