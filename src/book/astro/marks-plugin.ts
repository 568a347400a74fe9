import type { MdastContent, MdastNode, MdastPluginEntry } from 'satteri';
import { elementsNamed, proseNodes, textOf } from '../page/prose.ts';
import type { TermIndex, TermMark } from './term-marks.ts';

/**
 * Gives each claim of a chapter its number, by which a link finds it, and makes a `<Term>` of each
 * term of the glossary where the prose first names it. What is written as a paragraph and has claims
 * alone is one: MDX makes blocks of them.
 */
export function marksPlugin(index: () => TermIndex): MdastPluginEntry {
  return {
    name: 'book-marks',
    options: { position: true },
    before(root, ctx) {
      const claims = elementsNamed(root, 'Claim');
      const numbered = (node: JsxElement, type = node.type): JsxElement =>
        withAttribute({ ...node, type } as JsxElement, 'n', String(claims.indexOf(node) + 1));
      const runs = runsOfClaims(root);
      for (const [first, ...rest] of runs) {
        const inline = [first, ...rest].map((node) => numbered(node, 'mdxJsxTextElement'));
        const children = inline.flatMap((node) => [{ type: 'text', value: ' ' }, node]).slice(1);
        ctx.replaceNode(first, { type: 'paragraph', children } as MdastContent);
        for (const node of rest) ctx.removeNode(node);
      }
      const inRuns = new Set(runs.flat());
      for (const node of claims) if (!inRuns.has(node)) ctx.replaceNode(node, numbered(node));
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

/** Claims that stand alone as blocks, with words and no paragraph in them; those on touching lines together. */
function runsOfClaims(node: MdastNode): [JsxElement, ...JsxElement[]][] {
  const runs: [JsxElement, ...JsxElement[]][] = [];
  let end: number | undefined;
  for (const child of 'children' in node ? node.children : []) {
    if (!isWordsOfClaim(child)) {
      runs.push(...runsOfClaims(child));
      end = undefined;
      continue;
    }
    const { start, end: last } = child.position ?? {};
    if (end !== undefined && start !== undefined && start.line <= end + 1) runs.at(-1)?.push(child);
    else runs.push([child]);
    end = last?.line;
  }
  return runs;
}

function isWordsOfClaim(node: MdastNode): node is JsxElement {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Claim') return false;
  return node.children.every(({ type }) => !BLOCKS.has(type));
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'list', 'blockquote', 'code', 'table']);

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
