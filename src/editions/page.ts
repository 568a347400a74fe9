import { all, parseHtml, partsOf, type Parts } from './dom.ts';

/** A finished page of the site, taken apart. */
export interface BuiltPage {
  readonly route: string;
  readonly title: string;
  readonly description: string;
  /** The text of the chapter, without navigation. */
  readonly article: Element;
  /** The elements that were there when it was parsed. */
  readonly part: Parts;
  /** The entries of the source list, in the order of the page. */
  readonly sources: readonly Element[];
  /**
   * Addresses of every style sheet that the page links, wherever it does: the whole where it links a part,
   * and none of what no edition has.
   */
  readonly sheets: readonly string[];
}

/** The text of a page. What stands around it, the list of all chapters above all, is not parsed. */
const MAIN = /<main\b[^]*<\/main>/;
const SHEET = /<link rel="stylesheet" href="([^"]+)"(?! data-live)(?: data-within="([^"]+)")?/g;

/** parsePage takes the text of a chapter's finished page; null where it has no article. */
export function parsePage(route: string, html: string): BuiltPage | null {
  const document = parseHtml(MAIN.exec(html)?.[0] ?? '');
  const part = partsOf(document.documentElement);
  const [article] = part('article');
  if (article === undefined) return null;
  return {
    route,
    title: part('h1')[0]?.textContent ?? route,
    description: part('.lede')[0]?.textContent ?? '',
    article,
    part,
    sources: part('.sources').flatMap((list) => all(list, 'li[id]')),
    sheets: [...html.matchAll(SHEET)].flatMap(([, href, whole]) => whole ?? href ?? []),
  };
}
