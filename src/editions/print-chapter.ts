import { first, partsOf } from './dom.ts';
import type { BuiltPage } from './page.ts';
import { citeMark, figureMark } from './print-numbers.ts';
import { slugOf } from './routes.ts';

/** A chapter for the print edition, with marks where a number is still to come. */
export interface PrintChapter {
  readonly html: string;
  /** The entries of its source list by their ids. */
  readonly sources: readonly (readonly [id: string, html: string])[];
  /** Addresses of the style sheets that it needs. */
  readonly sheets: readonly string[];
}

/** printChapter makes it from a static page, which it does not change; `slugs` are those of the guide. */
export function printChapter(page: BuiltPage, slugs: ReadonlySet<string>): PrintChapter {
  const { route, sheets } = page;
  const article = page.article.cloneNode(true) as Element;
  const slug = slugOf(route);
  const own = new Set(page.sources.map(({ id }) => id));
  const part = partsOf(article);
  for (const cite of part('.cite')) markCitation(cite);
  for (const figure of part('figure')) if (!figure.matches('.listing')) nameFigure(figure);
  for (const name of ['id', 'aria-labelledby', 'aria-describedby', 'for'])
    for (const element of part(`[${name}]`)) moveId(element, name, slug);
  for (const link of part('[href]')) moveLink(link, route, slugs, own);
  for (const level of [1, 2, 3, 4, 5])
    for (const heading of part(`h${level}`)) lowerHeading(heading, level);
  article.setAttribute('id', slug);
  const sources = page.sources.map((item) => {
    const entry = item.cloneNode(true) as Element;
    entry.id = `source-${item.id}`;
    return [item.id, entry.outerHTML] as const;
  });
  return { html: article.outerHTML, sources, sheets };
}

/** The edition has one first heading, so those of a chapter go one level down. */
function lowerHeading(heading: Element, level: number): void {
  const lower = heading.ownerDocument.createElement(`h${level + 1}`);
  for (const name of heading.getAttributeNames())
    lower.setAttribute(name, heading.getAttribute(name) ?? '');
  while (heading.firstChild !== null) lower.appendChild(heading.firstChild);
  heading.replaceWith(lower);
}

function markCitation(cite: Element): void {
  const mark = citeMark(cite.getAttribute('href')?.slice(1) ?? '');
  cite.textContent = mark;
  cite.setAttribute('aria-label', `Source ${mark}`);
}

function nameFigure(figure: Element): void {
  const found = first(figure, 'figcaption');
  const text = found?.textContent ?? figure.getAttribute('aria-label');
  const caption = found ?? figure.appendChild(figure.ownerDocument.createElement('figcaption'));
  caption.textContent = `Figure ${figureMark}. ${text ?? ''}`;
}

/** Ids of two chapters can be the same word. */
function moveId(element: Element, name: string, slug: string): void {
  element.setAttribute(name, `${slug}--${element.getAttribute(name)}`);
}

function moveLink(
  link: Element,
  route: string,
  slugs: ReadonlySet<string>,
  sources: ReadonlySet<string>,
): void {
  const slug = slugOf(route);
  const href = link.getAttribute('href') ?? '';
  const named = href.startsWith('#') ? href.slice(1) : '';
  const chapter = /^\/guide\/([\w-]+)\/(?:#(.+))?$/.exec(href);
  if (sources.has(named)) link.setAttribute('href', `#source-${named}`);
  else if (href.startsWith('?')) link.setAttribute('href', route + href);
  else if (href.startsWith('#')) link.setAttribute('href', `#${slug}--${href.slice(1)}`);
  else if (chapter?.[1] !== undefined && slugs.has(chapter[1]))
    link.setAttribute('href', `#${chapter[1]}${chapter[2] ? `--${chapter[2]}` : ''}`);
}
