import domino from '@mixmark-io/domino';

/** parseHtml reads a page, or a part of one, as a browser does. */
export const parseHtml = (html: string): Document => domino.createDocument(html);

/**
 * all gives the elements below `root` that the selector names, as they are now: what a page is changed
 * by must not change the list that it is changed from.
 */
export const all = (root: ParentNode, selector: string): Element[] =>
  Array.from(root.querySelectorAll(selector));

/** Gives the elements of any of these names: a tag, a `.class` or an `[attribute]`. */
export type Parts = (...names: readonly string[]) => Element[];

/**
 * partsOf sorts all elements below `root`, as they are now, by tag, `.class` and `[attribute]`, and gives
 * those of any such names. One walk for many questions: each of `all` is one of its own.
 */
export function partsOf(root: Element): Parts {
  const parts = new Map<string, Element[]>();
  const note = (name: string, element: Element): void => {
    const found = parts.get(name);
    if (found) found.push(element);
    else parts.set(name, [element]);
  };
  for (const element of all(root, '*')) {
    note(element.localName, element);
    for (const name of element.getAttributeNames()) note(`[${name}]`, element);
    for (const name of classesOf(element)) note(`.${name}`, element);
  }
  return (...names) => names.flatMap((name) => parts.get(name) ?? []);
}

const classesOf = (element: Element): Set<string> =>
  new Set((element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean));

/** first gives the first element below `root` that the selector names; null where there is none. */
export const first = (root: ParentNode, selector: string): Element | null =>
  // The library gives undefined.
  root.querySelector(selector) ?? null;
