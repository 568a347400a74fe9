import { liveAttrs, safeTag, toDom, withoutNul } from './node.ts';
import type { HNode } from './node.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

/** patch changes the children of `parent` until they are `nodes`; what is already right stays, with its focus. */
export function patch(parent: Element, nodes: readonly HNode[]): void {
  let at = parent.firstChild;
  for (const node of nodes) {
    const said = typeof node === 'string' ? endOfText(at, node) : null;
    const next: ChildNode | null = (said ?? at)?.nextSibling ?? null;
    if (!said) patchChild(parent, at ?? undefined, node);
    at = next;
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

/**
 * The last node of a text that stands there already: a finished page lets long names break (`src/breaks/`),
 * and they would break elsewhere without its marks. Null where something else is said.
 */
function endOfText(first: ChildNode | null, text: string): ChildNode | null {
  let said = '';
  if (first?.nodeType !== Node.TEXT_NODE) return null;
  for (let one: ChildNode | null = first; one; one = one.nextSibling) {
    if (one.nodeType !== Node.TEXT_NODE) {
      if (one.nodeName !== 'WBR') return null;
      continue;
    }
    said += one.nodeValue;
    if (said === text) return one;
    if (!text.startsWith(said)) return null;
  }
  return null;
}

function patchChild(parent: Element, old: ChildNode | undefined, node: HNode): void {
  if (old && typeof node === 'string' && old.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== node) old.nodeValue = withoutNul(node);
    return;
  }
  if (typeof node !== 'string' && old instanceof Element && old.localName === safeTag(node.tag)) {
    const wanted = new Map(liveAttrs(node.attrs));
    for (const name of old.getAttributeNames()) {
      if (!wanted.has(name) && !isReaders(old, name) && !holdsFocus(old, name))
        old.removeAttribute(name);
    }
    for (const [name, value] of wanted) {
      if (!isReaders(old, name) && old.getAttribute(name) !== value)
        old.setAttribute(name, withoutNul(value));
    }
    patch(old, node.children);
    return;
  }
  const fresh = toDom(node, parent.ownerDocument, parent.namespaceURI !== HTML);
  if (old) old.replaceWith(fresh);
  else parent.append(fresh);
}

/** Whether a fold stands open is the reader's choice and outlasts an answer. */
const isReaders = (el: Element, name: string): boolean =>
  name === 'open' && el.localName === 'details';

/** A cell that a link led to has the focus by this alone, and would lose it when its figure wakes. */
const holdsFocus = (el: Element, name: string): boolean =>
  name === 'tabindex' && el === el.ownerDocument.activeElement;
