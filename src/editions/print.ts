import { parseHTML } from 'linkedom';
import type { BuiltPage } from './page.ts';
import { slugOf } from './routes.ts';

/**
 * printEdition puts pages that are still into the shell of the print page, in the order given:
 * figures with one count, links inside, every source once at the end.
 */
export function printEdition(shell: string, pages: readonly BuiltPage[]): string {
  const { document } = parseHTML(shell);
  const place = document.querySelector('[data-edition]');
  if (place === null) throw new Error('The shell of the print edition has no [data-edition].');
  const slugs = new Set(pages.map(({ route }) => slugOf(route)));
  const sources = collectSources(pages);
  let figures = 0;
  for (const page of pages) {
    const { route } = page;
    const article = document.importNode(page.article, true);
    lowerHeadings(article);
    numberCitations(article, sources);
    for (const figure of article.querySelectorAll('figure')) {
      figures += 1;
      nameFigure(figure, figures);
    }
    moveIds(article, slugOf(route));
    moveLinks(article, route, slugs, sources);
    article.setAttribute('id', slugOf(route));
    place.append(article);
  }
  place.append(sourceList(document, sources));
  linkSheets(document, pages);
  return document.toString();
}

/** Each source once, in the order in which the chapters cite it. */
function collectSources(pages: readonly BuiltPage[]): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const { sources } of pages)
    for (const item of sources) if (!found.has(item.id)) found.set(item.id, item);
  return found;
}

/** The page has one first heading, so those of a chapter go one level down. */
function lowerHeadings(article: Element): void {
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of article.querySelectorAll(`h${level}`)) {
      const lower = heading.ownerDocument.createElement(`h${level + 1}`);
      for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }
}

function numberCitations(article: Element, sources: ReadonlyMap<string, Element>): void {
  const numbers = new Map([...sources.keys()].map((id, index) => [id, index + 1] as const));
  for (const cite of article.querySelectorAll('a.cite')) {
    const id = cite.getAttribute('href')?.slice(1) ?? '';
    cite.textContent = `${numbers.get(id) ?? id}`;
    cite.setAttribute('aria-label', `Source ${numbers.get(id) ?? id}`);
  }
}

function nameFigure(figure: Element, number: number): void {
  const text = figure.querySelector('figcaption')?.textContent ?? figure.getAttribute('aria-label');
  const caption =
    figure.querySelector('figcaption') ??
    figure.appendChild(figure.ownerDocument.createElement('figcaption'));
  caption.textContent = `Figure ${number}. ${text ?? ''}`;
}

/** Ids of two chapters can be the same word. */
function moveIds(article: Element, slug: string): void {
  for (const element of article.querySelectorAll('[id]')) element.id = `${slug}--${element.id}`;
  for (const name of ['aria-labelledby', 'aria-describedby', 'for'])
    for (const element of article.querySelectorAll(`[${name}]`))
      element.setAttribute(name, `${slug}--${element.getAttribute(name)}`);
}

function moveLinks(
  article: Element,
  route: string,
  slugs: ReadonlySet<string>,
  sources: ReadonlyMap<string, Element>,
): void {
  const slug = slugOf(route);
  for (const link of article.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const source = /^\/sources\/(?:#([\w-]+)|([\w-]+)\/)$/.exec(href);
    const named = source?.[1] ?? source?.[2] ?? (href.startsWith('#') ? href.slice(1) : '');
    const chapter = /^\/guide\/([\w-]+)\/(?:#(.+))?$/.exec(href);
    if (sources.has(named)) link.setAttribute('href', `#source-${named}`);
    else if (href.startsWith('?')) link.setAttribute('href', route + href);
    else if (href.startsWith('#')) link.setAttribute('href', `#${slug}--${href.slice(1)}`);
    else if (chapter?.[1] !== undefined && slugs.has(chapter[1]))
      link.setAttribute('href', `#${chapter[1]}${chapter[2] ? `--${chapter[2]}` : ''}`);
  }
}

function sourceList(document: Document, sources: ReadonlyMap<string, Element>): Element {
  const section = document.createElement('section');
  section.setAttribute('class', 'sources');
  section.innerHTML = '<h2 id="sources">Sources</h2><ol></ol>';
  for (const [id, item] of sources) {
    const entry = document.importNode(item, true);
    entry.id = `source-${id}`;
    section.querySelector('ol')?.append(entry);
  }
  return section;
}

/** Figures bring sheets of their own; here each is linked once, in the head. */
function linkSheets(document: Document, pages: readonly BuiltPage[]): void {
  const linked = new Set(
    [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
  );
  for (const href of new Set(pages.flatMap(({ sheets }) => sheets))) {
    if (linked.has(href)) continue;
    const link = document.createElement('link');
    link.setAttribute('rel', 'stylesheet');
    link.setAttribute('href', href);
    document.head.append(link);
  }
}
