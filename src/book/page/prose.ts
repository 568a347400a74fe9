import type { MdastNode } from 'satteri';

type Kind<Type extends string> = Extract<MdastNode, { type: Type }>;
/** A piece of prose: words, or an identifier in code type. */
export type ProseNode = Kind<'text'> | Kind<'inlineCode'>;

/** What is no sentence of its own: headings, links, tables, and what already is a control or a term. */
const NOT_PROSE: ReadonlySet<string> = new Set(['heading', 'link', 'linkReference', 'table']);
const NOT_PROSE_ELEMENTS: ReadonlySet<string> = new Set([
  'a',
  'button',
  'summary',
  'Term',
  'Option',
]);

/** The prose of a tree in reading order. Fences have no children and are left out by that. */
export function proseNodes(node: MdastNode): ProseNode[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  if (!('children' in node) || NOT_PROSE.has(node.type)) return [];
  if ('name' in node && NOT_PROSE_ELEMENTS.has(node.name ?? '')) return [];
  return node.children.flatMap((child) => proseNodes(child));
}

/** The words of a node as a reader sees them, on one line. */
export function textOf(node: MdastNode): string {
  return wordsOf(node).replace(/\s+/g, ' ').trim();
}

function wordsOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const gap = node.children.some(({ type }) => type === 'paragraph' || type === 'listItem');
  return node.children.map((child) => wordsOf(child)).join(gap ? ' ' : '');
}

/** All elements of a name, in reading order, whatever they stand in. */
export function elementsNamed(
  node: MdastNode,
  name: string,
): (Kind<'mdxJsxFlowElement'> | Kind<'mdxJsxTextElement'>)[] {
  const own =
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name
      ? [node]
      : [];
  const deeper =
    'children' in node ? node.children.flatMap((child) => elementsNamed(child, name)) : [];
  return [...own, ...deeper];
}

/** Paragraphs and list items that stand under a heading, outside every element. */
export function paragraphsOf(nodes: readonly MdastNode[]): { node: MdastNode; claimed: boolean }[] {
  const heading = nodes.findIndex((node) => node.type === 'heading');
  return heading < 0 ? [] : nodes.slice(heading).flatMap((node) => blocks(node));
}

function blocks(node: MdastNode): { node: MdastNode; claimed: boolean }[] {
  if (node.type === 'list' || node.type === 'blockquote')
    return node.children.flatMap((child) => blocks(child));
  if (node.type !== 'paragraph' && node.type !== 'listItem') return [];
  return [{ node, claimed: elementsNamed(node, 'Claim').length > 0 }];
}
