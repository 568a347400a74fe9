import type { MdastNode, MdxJsxAttributeUnion } from 'satteri';
import type { Element, Fence, Found, Heading, Image, PageFacts, Paragraph, Prose } from './page.ts';
import { paragraphsOf, proseNodes, textOf } from './prose.ts';

type JsxNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** A text in quotes of any kind, without escapes and without anything put into it. */
const TEXT = /^\s*(["'`])((?:(?!\1|\$\{|\\).)*)\1\s*$/s;

/** What the checks want to know of one page, collected in one walk over its tree. A copy has its fields. */
export class Facts implements PageFacts {
  readonly fences: Fence[] = [];
  readonly elements: Element[] = [];
  readonly links: Found[] = [];
  readonly images: Image[] = [];
  readonly code: Found[] = [];
  readonly headings: Heading[] = [];
  readonly anchors = new Set<string>();
  opening = '';
  prose: Prose[] = [];
  paragraphs: Paragraph[] = [];
  statesFacts = false;

  /** Takes what a node says of itself. */
  take(node: MdastNode): void {
    const line = lineOf(node);
    switch (node.type) {
      case 'root':
        this.opening = openingOf(node.children);
        this.statesFacts = hasProseUnderHeading(node.children);
        this.prose = proseNodes(node).map((one) => ({
          line: lineOf(one),
          value: one.value,
          code: one.type === 'inlineCode',
        }));
        this.paragraphs = paragraphsOf(node.children).map(({ node: one, claimed }) => ({
          line: lineOf(one),
          text: textOf(one),
          claimed,
        }));
        break;
      case 'heading':
        this.headings.push({ line, value: textOf(node), depth: node.depth, id: '' });
        break;
      case 'link':
      case 'definition':
        this.links.push({ line, value: node.url });
        break;
      case 'image':
        this.images.push({ line, value: node.url, alt: node.alt ?? '' });
        break;
      case 'mdxjsEsm':
        this.code.push({ line, value: node.value });
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isPlain(node.value)) this.code.push({ line, value: `{${node.value}}` });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const attribute of node.attributes) this.#takeCode(attribute, line);
        if (node.name !== null) this.#takeElement(readElement(node.name, node, textOf(node)));
    }
    if ('children' in node) this.#takeFences(node.children);
  }

  #takeElement(element: Element): void {
    const { name, line } = element;
    this.elements.push(element);
    const id = element.attributes.get('id');
    if (id) this.anchors.add(id);
    const href = element.attributes.get('href');
    if (name === 'a' && href) this.links.push({ line, value: href });
    if (name === 'img') {
      const value = element.attributes.get('src') ?? '';
      this.images.push({ line, value, alt: element.attributes.get('alt') ?? '' });
    }
  }

  #takeCode(attribute: MdxJsxAttributeUnion, line: number): void {
    if (attribute.type !== 'mdxJsxAttribute')
      this.code.push({ line, value: `{${attribute.value}}` });
    else if (
      typeof attribute.value === 'object' &&
      attribute.value &&
      !isPlain(attribute.value.value)
    )
      this.code.push({ line, value: `${attribute.name}={${attribute.value.value}}` });
  }

  /** Fences are taken by their parent, which knows what stands right before each of them. */
  #takeFences(siblings: readonly MdastNode[]): void {
    let after: Fence | null = null;
    for (const node of siblings) {
      if (node.type !== 'code') {
        after = null;
        continue;
      }
      const { lang, meta, value: code } = node;
      const [line, end] = [lineOf(node), node.position?.end.line ?? 1];
      after = { lang: lang ?? '', meta: meta ?? '', code, line, end, after };
      this.fences.push(after);
    }
  }
}

/** The tree is parsed with positions; a node made without one would stand on the first line. */
function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

function openingOf(nodes: readonly MdastNode[]): string {
  const end = nodes.findIndex(
    (node) =>
      node.type === 'heading' ||
      node.type === 'code' ||
      node.type === 'table' ||
      (node.type === 'mdxJsxFlowElement' && /(?:Figure|Table|Reasons)$/.test(node.name ?? '')),
  );
  const before = end < 0 ? nodes : nodes.slice(0, end);
  return before.map(textOf).join(' ').trim();
}

function hasProseUnderHeading(nodes: readonly MdastNode[]): boolean {
  const heading = nodes.findIndex((node) => node.type === 'heading');
  return heading >= 0 && nodes.slice(heading).some((node) => node.type === 'paragraph');
}

function readElement(name: string, node: JsxNode, text: string): Element {
  const plain = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
  const read = plain.map((attribute) => [attribute.name, readValue(attribute.value)] as const);
  const line = lineOf(node);
  return {
    name,
    line,
    end: node.position?.end.line ?? line,
    text,
    attributes: new Map(read),
  };
}

/** A value in braces counts as a plain string where it is one string literal. */
function readValue(value: string | { value: string } | null | undefined): string | null {
  if (typeof value === 'string') return value;
  return TEXT.exec(value?.value ?? '')?.[2] ?? null;
}

/** A comment, a text in quotes, or a value as JSON has it: nothing that a page would have to compute. */
function isPlain(code: string): boolean {
  const bare = code.replace(/\/\*[^]*?\*\//g, '').trim();
  if (bare === '' || TEXT.test(bare)) return true;
  try {
    JSON.parse(bare);
    return true;
  } catch {
    return false;
  }
}
