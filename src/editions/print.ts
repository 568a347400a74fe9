import { all, first, parseHtml } from './dom.ts';
import type { BuiltPage } from './page.ts';
import { slugOf } from './routes.ts';

/** The guide as one page, put together chapter by chapter. */
export interface PrintEdition {
  /** add appends a page that is still; it does not change it. */
  add(page: BuiltPage): void;
  /** finish gives the page, with every source once at its end. */
  finish(): string;
}

/** Stands where the chapters will: they are kept as text, because a tree of them all is slow to keep. */
const PLACE = 'the chapters';

/**
 * printEdition begins with the shell of the print page. Chapters come in the order in which they are
 * added: figures with one count, links to `routes` and to sources inside.
 */
export function printEdition(shell: string, routes: readonly string[]): PrintEdition {
  const document = parseHtml(shell);
  const place = first(document, '[data-edition]');
  if (place === null) throw new Error('The shell of the print edition has no [data-edition].');
  place.appendChild(document.createComment(PLACE));
  const slugs = new Set(routes.map(slugOf));
  const sources = new Map<string, Element>();
  const sheets = new Set<string>();
  const chapters: string[] = [];
  let figures = 0;
  return {
    add(page) {
      const slug = slugOf(page.route);
      for (const item of page.sources)
        if (!sources.has(item.id)) sources.set(item.id, document.importNode(item, true));
      for (const sheet of page.sheets) sheets.add(sheet);
      const article = page.article.cloneNode(true) as Element;
      lowerHeadings(article);
      numberCitations(article, [...sources.keys()]);
      for (const figure of all(article, 'figure')) {
        figures += 1;
        nameFigure(figure, figures);
      }
      moveIds(article, slug);
      moveLinks(article, page.route, slugs, sources);
      article.setAttribute('id', slug);
      chapters.push(article.outerHTML);
    },
    finish() {
      place.appendChild(sourceList(document, sources));
      linkSheets(document, sheets);
      const text = linkSources(chapters.join(''), sources);
      return `<!DOCTYPE html>${document.documentElement.outerHTML}`.replace(
        `<!--${PLACE}-->`,
        () => text,
      );
    },
  };
}

/** The page has one first heading, so those of a chapter go one level down. */
function lowerHeadings(article: Element): void {
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of all(article, `h${level}`)) {
      const lower = heading.ownerDocument.createElement(`h${level + 1}`);
      for (const name of heading.getAttributeNames())
        lower.setAttribute(name, heading.getAttribute(name) ?? '');
      while (heading.firstChild !== null) lower.appendChild(heading.firstChild);
      heading.replaceWith(lower);
    }
  }
}

function numberCitations(article: Element, ids: readonly string[]): void {
  const numbers = new Map(ids.map((id, index) => [id, index + 1] as const));
  for (const cite of all(article, 'a.cite')) {
    const id = cite.getAttribute('href')?.slice(1) ?? '';
    cite.textContent = `${numbers.get(id) ?? id}`;
    cite.setAttribute('aria-label', `Source ${numbers.get(id) ?? id}`);
  }
}

function nameFigure(figure: Element, number: number): void {
  const text = first(figure, 'figcaption')?.textContent ?? figure.getAttribute('aria-label');
  const caption =
    first(figure, 'figcaption') ??
    figure.appendChild(figure.ownerDocument.createElement('figcaption'));
  caption.textContent = `Figure ${number}. ${text ?? ''}`;
}

/** Ids of two chapters can be the same word. */
function moveIds(article: Element, slug: string): void {
  for (const element of all(article, '[id]')) element.id = `${slug}--${element.id}`;
  for (const name of ['aria-labelledby', 'aria-describedby', 'for'])
    for (const element of all(article, `[${name}]`))
      element.setAttribute(name, `${slug}--${element.getAttribute(name)}`);
}

function moveLinks(
  article: Element,
  route: string,
  slugs: ReadonlySet<string>,
  sources: ReadonlyMap<string, Element>,
): void {
  const slug = slugOf(route);
  for (const link of all(article, 'a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const named = href.startsWith('#') ? href.slice(1) : '';
    const chapter = /^\/guide\/([\w-]+)\/(?:#(.+))?$/.exec(href);
    if (sources.has(named)) link.setAttribute('href', `#source-${named}`);
    else if (href.startsWith('?')) link.setAttribute('href', route + href);
    else if (href.startsWith('#')) link.setAttribute('href', `#${slug}--${href.slice(1)}`);
    else if (chapter?.[1] !== undefined && slugs.has(chapter[1]))
      link.setAttribute('href', `#${chapter[1]}${chapter[2] ? `--${chapter[2]}` : ''}`);
  }
}

/** A link in one chapter can name a source that only a later one brings. */
function linkSources(html: string, sources: ReadonlyMap<string, Element>): string {
  return html.replace(/href="\/sources\/(?:#([\w-]+)|([\w-]+)\/)"/g, (link, anchor, page) => {
    const id = anchor ?? page;
    return sources.has(id) ? `href="#source-${id}"` : link;
  });
}

function sourceList(document: Document, sources: ReadonlyMap<string, Element>): Element {
  const section = document.createElement('section');
  section.setAttribute('class', 'sources');
  section.innerHTML = '<h2 id="sources">Sources</h2><ol></ol>';
  for (const [id, item] of sources) {
    item.id = `source-${id}`;
    first(section, 'ol')?.appendChild(item);
  }
  return section;
}

/** Figures bring sheets of their own; here each is linked once, in the head. */
function linkSheets(document: Document, sheets: ReadonlySet<string>): void {
  const linked = new Set(
    all(document, 'link[rel=stylesheet]').map((link) => link.getAttribute('href')),
  );
  for (const href of sheets) {
    if (linked.has(href)) continue;
    const link = document.createElement('link');
    link.setAttribute('rel', 'stylesheet');
    link.setAttribute('href', href);
    document.head.appendChild(link);
  }
}
