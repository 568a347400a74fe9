import { liveAttrs, safeTag, toDom, withoutNul } from './node.ts';
import type { HNode } from './node.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

/** patch changes the children of `parent` until they are `nodes`; what is already right stays, with its focus. */
export function patch(parent: Element, nodes: readonly HNode[]): void {
  nodes.forEach((node, i) => patchChild(parent, parent.childNodes[i], node));
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
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
