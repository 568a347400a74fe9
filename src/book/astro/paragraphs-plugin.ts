import type { MdastNode, MdastPluginEntry } from 'satteri';

/** Elements of a sentence; all others stand between paragraphs. */
const INLINE: ReadonlySet<string> = new Set(['Claim', 'Mem', 'Term', 'Verdict']);

type Inline = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>;
type Phrasing = Extract<MdastNode, { type: 'paragraph' }>['children'][number];

/**
 * Makes a paragraph again of a paragraph that has elements alone, such as two claims. MDX takes each of
 * them for a block of its own, and drops the spaces between them.
 */
export const paragraphsPlugin: MdastPluginEntry = {
  name: 'book-paragraphs',
  // Where one paragraph ends and the next begins is seen by the lines alone.
  options: { position: true },
  before(root, ctx) {
    for (const { parts, words } of runsIn(root)) {
      const [first, ...others] = parts;
      const children = parts.flatMap(spaced);
      if (first === undefined) continue;
      ctx.replaceNode(first, words ? children : { type: 'paragraph', children });
      for (const node of others) ctx.removeNode(node);
    }
  },
};

interface Run {
  readonly parts: Inline[];
  /** They stand on the line of the tag that opens their element: it has words, not paragraphs. */
  readonly words: boolean;
}

/** The elements of one paragraph each, wherever in the tree. */
function runsIn(node: MdastNode): Run[] {
  if (!('children' in node)) return [];
  const runs: Run[] = [];
  let last: MdastNode | null = null;
  for (const child of node.children) {
    if (!isInline(child)) runs.push(...runsIn(child));
    else if (last && isInline(last) && lineOf(child, 'start') - lineOf(last, 'end') < 2)
      runs.at(-1)?.parts.push(child);
    else runs.push({ parts: [child], words: beginsIn(node, child) });
    last = child;
  }
  return runs;
}

/** What is written over several paragraphs is a block. */
const isInline = (node: MdastNode): node is Inline =>
  node.type === 'mdxJsxFlowElement' &&
  INLINE.has(node.name ?? '') &&
  node.children.every(({ type }) => type !== 'paragraph' && type !== 'list');

const beginsIn = (node: MdastNode, child: Inline): boolean =>
  node.type === 'mdxJsxFlowElement' && lineOf(node, 'start') === lineOf(child, 'start');

const lineOf = ({ position }: MdastNode, end: 'start' | 'end'): number => position?.[end].line ?? 0;

function spaced(node: Inline, i: number, run: readonly Inline[]): Phrasing[] {
  const { name, attributes, children } = node;
  const element = { type: 'mdxJsxTextElement', name, attributes, children } as Phrasing;
  const apart = i > 0 && run[i - 1]?.position?.end.offset !== node.position?.start.offset;
  return apart ? [{ type: 'text', value: ' ' }, element] : [element];
}
