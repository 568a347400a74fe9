import { parseHtml } from '../editions/dom.ts';
import type { Rule } from './rules.ts';

/** Custom properties by their names. */
type Values = ReadonlyMap<string, string>;

/** What a rasteriser without style sheets is told of an element. */
const PAINTED = new Set(
  `fill stroke stroke-width stroke-dasharray opacity display text-anchor color font-size font-style
   font-weight font-family`.split(/\s+/),
);
const HALF_BOLD = "'Source Serif 4 SemiBold'";
const FONT = /^(?:(italic)\s+)?(?:(\d{3})\s+)?([\d.]+px)(?:\s*\/\s*\S+)?\s+(.+)$/s;
const VAR = /var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/;

/** The light side of a value, with what its variables stand for. */
export function resolve(value: string, values: Values): string {
  const found = VAR.exec(value);
  if (found === null) return value.replace(/light-dark\(([^,]+),[^)]*\)/g, '$1').trim();
  const [whole, name = '', instead = ''] = found;
  return resolve(value.replace(whole, values.get(name) ?? instead), values);
}

/** A font in parts. */
function* partsOf(name: string, value: string): Iterable<readonly [string, string]> {
  if (name !== 'font') return yield [name, value];
  const [, style, weight, size, family] = FONT.exec(value) ?? [];
  if (style) yield ['font-style', style];
  if (weight) yield ['font-weight', weight];
  if (size) yield ['font-size', size];
  if (family) yield ['font-family', family];
}

/** The fonts have a family of their own for what is half-bold. */
function put(element: Element, name: string, value: string): void {
  const half = name === 'font-weight' && Number(value) >= 600;
  if (half) element.setAttribute('font-family', HALF_BOLD);
  else element.setAttribute(name, value);
}

function paintInto(element: Element, rules: readonly Rule[], above: Values): void {
  const own = rules.filter(({ selector }) => element.matches(selector));
  const values = new Map(above);
  for (const { declarations } of own)
    for (const [name, value] of declarations) if (name.startsWith('--')) values.set(name, value);
  for (const { declarations } of own)
    for (const [name, value] of declarations)
      for (const [part, words] of partsOf(name, resolve(value, values)))
        if (PAINTED.has(part)) put(element, part, words);
  for (const child of Array.from(element.children)) paintInto(child, rules, values);
}

/**
 * Gives a drawing in which each part carries its own colours, strokes and letters, so that it needs no
 * style sheet: the rules decide as they do on the page, in the light theme.
 */
export function paint(svg: string, rules: readonly Rule[], tokens: Values): string {
  const drawing = parseHtml(`<body>${svg}</body>`).querySelector('svg');
  if (!drawing) return '';
  paintInto(drawing, rules, tokens);
  return drawing.outerHTML.replaceAll('&nbsp;', '\u00a0');
}
