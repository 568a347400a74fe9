import type { MdastContent, MdastNode, MdastPluginEntry } from 'satteri';
import { elementsNamed, proseNodes, textOf } from '../page/prose.ts';
import type { TermIndex, TermMark } from './term-marks.ts';

/**
 * Gives each claim of a chapter its number, by which a link finds it, and makes a `<Term>` of each
 * term of the glossary where the prose first names it.
 */
export function marksPlugin(index: () => TermIndex): MdastPluginEntry {
  return {
    name: 'book-marks',
    before(root, ctx) {
      for (const [place, node] of elementsNamed(root, 'Claim').entries())
        ctx.replaceNode(node, withAttribute(node, 'n', String(place + 1)));
      const terms = index();
      const written = elementsNamed(root, 'Term');
      const ids = written.map((node) => terms.idOf(textOf(node)) ?? '');
      for (const [place, node] of written.entries())
        ctx.replaceNode(node, withAttribute(node, 'id', ids[place] ?? ''));
      const prose = proseNodes(root);
      const marks = terms.marks(
        prose.map(({ type, value }) => ({ value, code: type === 'inlineCode' })),
        ids,
      );
      for (const [piece, node] of prose.entries()) {
        const own = marks.filter((mark) => mark.piece === piece);
        if (own.length > 0) ctx.replaceNode(node, split(node, own));
      }
    },
  };
}

type JsxElement = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function withAttribute(node: JsxElement, name: string, value: string): JsxElement {
  const { type, name: own, attributes, children } = node;
  const added = [...attributes, { type: 'mdxJsxAttribute', name, value } as const];
  return { type, name: own, attributes: added, children } as JsxElement;
}

function split(node: { type: 'text' | 'inlineCode'; value: string }, marks: readonly TermMark[]) {
  const parts: MdastContent[] = [];
  let end = 0;
  for (const { id, from, to } of marks) {
    if (from > end) parts.push({ type: 'text', value: node.value.slice(end, from) });
    parts.push({
      type: 'mdxJsxTextElement',
      name: 'Term',
      attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
      children: [{ type: node.type, value: node.value.slice(from, to) }],
    });
    end = to;
  }
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end) });
  return parts;
}
