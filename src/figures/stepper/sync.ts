/** sync makes `old` like `fresh`; elements that stay are kept, so that a change can be a transition. */
export function sync(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const wanted = [...fresh.childNodes];
  const alike =
    wanted.length === old.childNodes.length &&
    wanted.every((node, i) => node.nodeName === old.childNodes[i]?.nodeName);
  if (!alike) return old.replaceChildren(...wanted.map((node) => node.cloneNode(true)));
  wanted.forEach((node, i) => {
    const had = old.childNodes[i];
    if (node instanceof Element && had instanceof Element) sync(had, node);
    else if (had && had.nodeValue !== node.nodeValue) had.nodeValue = node.nodeValue;
  });
}
