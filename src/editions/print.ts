import { all, first, parseHtml } from './dom.ts';
import type { PrintChapter } from './print-chapter.ts';
import { fillIn } from './print-numbers.ts';

/** Stands where the chapters will: they are text already, and a tree of them all is slow to make. */
const PLACE = 'the chapters';

/**
 * printEdition is the guide as one page: the shell of the print page with its chapters as they come,
 * figures and citations with one count, and every source once at the end.
 */
export function printEdition(shell: string, chapters: readonly PrintChapter[]): string {
  const document = parseHtml(shell);
  const place = first(document, '[data-edition]');
  if (place === null) throw new Error('The shell of the print edition has no [data-edition].');
  const sources = new Map(chapters.flatMap((chapter) => chapter.sources));
  place.appendChild(document.createComment(PLACE));
  place.appendChild(sourceList(document, [...sources.values()]));
  linkSheets(document, new Set(chapters.flatMap(({ sheets }) => sheets)));
  const html = chapters.map((chapter) => chapter.html).join('');
  const text = linkSources(fillIn(html, [...sources.keys()]), sources);
  return `<!DOCTYPE html>${document.documentElement.outerHTML}`.replace(
    `<!--${PLACE}-->`,
    () => text,
  );
}

/** A link in one chapter can name a source that only a later one brings. */
function linkSources(html: string, sources: ReadonlyMap<string, string>): string {
  return html.replace(/href="\/sources\/(?:#([\w-]+)|([\w-]+)\/)"/g, (link, anchor, page) => {
    const id = anchor ?? page;
    return sources.has(id) ? `href="#source-${id}"` : link;
  });
}

function sourceList(document: Document, items: readonly string[]): Element {
  const section = document.createElement('section');
  section.setAttribute('class', 'sources');
  section.innerHTML = `<h2 id="sources">Sources</h2><ol>${items.join('')}</ol>`;
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
