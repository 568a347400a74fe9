import { safeAttrs, safeTag, toDom } from './node.ts';
import type { HNode } from './node.ts';

/** patch changes the children of `parent` until they are `nodes`; what is already right stays, with its focus. */
export function patch(parent: Element, nodes: readonly HNode[]): void {
  nodes.forEach((node, i) => patchChild(parent, parent.childNodes[i], node));
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

function patchChild(parent: Element, old: ChildNode | undefined, node: HNode): void {
  if (old && typeof node === 'string' && old.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== node) old.nodeValue = node;
    return;
  }
  if (typeof node !== 'string' && old instanceof Element && old.localName === safeTag(node.tag)) {
    const wanted = new Map(safeAttrs(node.attrs));
    for (const name of old.getAttributeNames()) if (!wanted.has(name)) old.removeAttribute(name);
    for (const [k, v] of wanted) if (old.getAttribute(k) !== v) old.setAttribute(k, v);
    patch(old, node.children);
    return;
  }
  const fresh = toDom(
    node,
    parent.ownerDocument,
    parent.namespaceURI !== 'http://www.w3.org/1999/xhtml',
  );
  if (old) old.replaceWith(fresh);
  else parent.append(fresh);
}
