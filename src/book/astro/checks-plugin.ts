import type { MdastNode, MdastPluginEntry } from 'satteri';
import { readInfo } from '../page/info.ts';
import { elementsNamed } from '../page/prose.ts';

type JsxElement = ReturnType<typeof elementsNamed>[number];

/**
 * Gives each check of a chapter the id of its fence, by which it finds its key, and each answer that it
 * offers its slot, its number, and the check that it belongs to.
 */
export const checksPlugin: MdastPluginEntry = {
  name: 'book-checks',
  before(root, ctx) {
    for (const check of elementsNamed(root, 'Check')) {
      const fence = fenceOf(check);
      if (fence === null) continue;
      let n = 0;
      const children = check.children.map((child): MdastNode => {
        if (!('name' in child) || child.type !== 'mdxJsxFlowElement') return child;
        if (child.name === 'Option')
          return withThese(child, { slot: 'options', of: fence, n: String(n++) });
        return child.name === 'Typed' ? withThese(child, { slot: 'typed', of: fence }) : child;
      });
      ctx.replaceNode(check, withThese({ ...check, children } as JsxElement, { fence }));
    }
  },
};

/** The id of the first fence that runs. */
function fenceOf({ children }: JsxElement): string | null {
  for (const node of children) {
    if (node.type !== 'code') continue;
    const { info } = readInfo(node.lang ?? '', node.meta ?? '');
    if (info.mode === 'run' && info.id !== null) return info.id;
  }
  return null;
}

function withThese(
  { type, name, attributes, children }: JsxElement,
  more: Readonly<Record<string, string>>,
): JsxElement {
  const added = Object.entries(more).map(
    ([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value }) as const,
  );
  return { type, name, attributes: [...attributes, ...added], children } as JsxElement;
}
