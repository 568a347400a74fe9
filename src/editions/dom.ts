import domino from '@mixmark-io/domino';

/** parseHtml reads a page, or a part of one, as a browser does. */
export const parseHtml = (html: string): Document => domino.createDocument(html);

/**
 * all gives the elements below `root` that the selector names, as they are now: what a page is changed
 * by must not change the list that it is changed from.
 */
export const all = (root: ParentNode, selector: string): Element[] =>
  Array.from(root.querySelectorAll(selector));

/** first gives the first element below `root` that the selector names; null where there is none. */
export const first = (root: ParentNode, selector: string): Element | null =>
  // The library gives undefined.
  root.querySelector(selector) ?? null;
