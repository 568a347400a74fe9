import { served } from '../../address.ts';

/** Trees of elements as plain values, and two ways out of them: an HTML string (build) and DOM nodes (browser). */

/** An element, or the text of a text node. */
export type HNode = HElement | string;

/** Attribute values: `true` writes an empty attribute; `false`, `null` and `undefined` write none. */
export type Attrs = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One element. Names that the sinks do not know come out as `span`, unsafe attributes not at all. */
export interface HElement {
  readonly tag: string;
  readonly attrs: Attrs;
  readonly children: readonly HNode[];
}

/** Children as they are written: nothing and `false` leave no node. */
export type Child = HNode | false | null | undefined;

/** h builds an element. Texts that touch become one, as they would when the HTML is read back. */
export function h(tag: string, attrs: Attrs = {}, ...children: readonly Child[]): HElement {
  const nodes: HNode[] = [];
  for (const child of children) {
    if (child === false || child === null || child === undefined || child === '') continue;
    const last = nodes.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      nodes[nodes.length - 1] = last + child;
    else nodes.push(child);
  }
  return { tag, attrs, children: nodes };
}

const TAGS = new Set(
  (
    'a b br button caption code dd details div dl dt em fieldset h3 h4 header input label legend li ' +
    'mark ol option p pre s section select small span strong summary table tbody td textarea tfoot th thead tr ul wbr ' +
    'circle defs g line path pattern polygon polyline rect svg text title tspan use'
  ).split(' '),
);
const VOID = new Set(['br', 'input', 'wbr']);
const SVG = 'http://www.w3.org/2000/svg';

/** Known elements only: what a tree says may come from a reader's snippet. */
export const safeTag = (tag: string): string => (TAGS.has(tag) ? tag : 'span');

/** The attributes that may be written: no handlers, no styles, links to this site or https only. */
export function safeAttrs(attrs: Attrs): [name: string, value: string][] {
  const out: [string, string][] = [];
  for (const [name, value] of Object.entries(attrs)) {
    if (value === false || value === null || value === undefined) continue;
    if (!/^[a-z][\w-]*$/i.test(name) || /^(on|style$|src)/i.test(name)) continue;
    const text = value === true ? '' : String(value);
    if (/^(href|action|formaction)$/i.test(name) && !/^(#|\?|\/(?![/\\])|https:\/\/)/.test(text)) {
      continue;
    }
    out.push([name, text]);
  }
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
};

/** escapeHtml makes text safe as element content and inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- NUL is one of the characters that HTML cannot carry
  text.replace(/[&<>"'\r\0]/g, (c) => ESCAPES[c] ?? c);

/** toHtmlString writes a tree as HTML. */
export function toHtmlString(node: HNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  const tag = safeTag(node.tag);
  const attrs = safeAttrs(node.attrs).map(([k, v]) =>
    v === '' ? ` ${k}` : ` ${k}="${escapeHtml(v)}"`,
  );
  const open = `<${tag}${attrs.join('')}>`;
  return VOID.has(tag) ? open : `${open}${node.children.map(toHtmlString).join('')}</${tag}>`;
}

/** HTML cannot carry NUL, and both sinks have to give the same page. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '\ufffd');

/** The attributes as a page in a browser has them: links lead into the folder in which the site stands. */
export const liveAttrs = (attrs: Attrs): [name: string, value: string][] =>
  import.meta.env.BASE_URL === '/'
    ? safeAttrs(attrs)
    : safeAttrs(attrs).map(([name, value]) => [
        name,
        name === 'href' ? served(value, import.meta.env.BASE_URL) : value,
      ]);

/** toDom makes DOM nodes of a tree: elements, attributes and text nodes, never parsed markup. */
export function toDom(node: HNode, doc: Document = document, inSvg = false): Node {
  if (typeof node === 'string') return doc.createTextNode(withoutNul(node));
  const tag = safeTag(node.tag);
  const svg = inSvg || tag === 'svg';
  const el = svg ? doc.createElementNS(SVG, tag) : doc.createElement(tag);
  for (const [name, value] of liveAttrs(node.attrs)) el.setAttribute(name, withoutNul(value));
  for (const child of node.children) el.append(toDom(child, doc, svg));
  return el;
}
