import type { MdastNode, MdxJsxAttributeUnion } from 'satteri';
import type { Element, Fence, Found, Image, Import, Paragraph, Prose } from './page.ts';
import { paragraphsOf, proseNodes, textOf } from './prose.ts';

/** What the checks want to know of one page, collected in one walk over its tree. */
export class Facts {
  readonly fences: Fence[] = [];
  readonly elements: Element[] = [];
  readonly links: Found[] = [];
  readonly images: Image[] = [];
  readonly imports: Import[] = [];
  readonly anchors = new Set<string>();
  prose: Prose[] = [];
  paragraphs: Paragraph[] = [];
  statesFacts = false;

  /** Takes what a node says of itself. */
  take(node: MdastNode): void {
    const line = lineOf(node);
    switch (node.type) {
      case 'root':
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
      case 'link':
      case 'definition':
        this.links.push({ line, value: node.url });
        break;
      case 'image':
        this.images.push({ line, value: node.url, alt: node.alt ?? '' });
        break;
      case 'mdxjsEsm':
        this.imports.push(...readImports(node.value, line));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name !== null)
          this.#takeElement(readElement(node.name, node.attributes, line, textOf(node)));
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

function hasProseUnderHeading(nodes: readonly MdastNode[]): boolean {
  const heading = nodes.findIndex((node) => node.type === 'heading');
  return heading >= 0 && nodes.slice(heading).some((node) => node.type === 'paragraph');
}

function readElement(
  name: string,
  attributes: readonly MdxJsxAttributeUnion[],
  line: number,
  text: string,
): Element {
  const plain = attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
  const read = plain.map((attribute) => [attribute.name, readValue(attribute.value)] as const);
  return { name, line, text, attributes: new Map(read) };
}

/** A value in braces counts as a plain string where it is one string literal. */
function readValue(value: string | { value: string } | null | undefined): string | null {
  if (typeof value === 'string') return value;
  const literal = /^\s*(["'`])((?:(?!\1|\$\{|\\).)*)\1\s*$/s.exec(value?.value ?? '');
  return literal?.[2] ?? null;
}

function readImports(code: string, line: number): Import[] {
  return [...code.matchAll(/^\s*import\s+(?:([^'"]*?)\s+from\s+)?(['"])(.+?)\2/gm)].map(
    (match) => ({
      specifier: match[3] ?? '',
      names: [...(match[1] ?? '').matchAll(/\b(?!as\b|default\b|type\b)[A-Za-z_$][\w$]*/g)].map(
        ([word]) => word,
      ),
      line: line + code.slice(0, match.index).split('\n').length - 1,
    }),
  );
}
