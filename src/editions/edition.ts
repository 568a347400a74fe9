import { toMarkdown } from './markdown.ts';
import type { BuiltPage } from './page.ts';
import { printChapter } from './print-chapter.ts';
import type { PrintChapter } from './print-chapter.ts';
import { slugOf } from './routes.ts';
import { staticPage } from './static-page.ts';

/** A page for those who do not click. */
export interface Edition {
  readonly markdown: string;
  /** What the print edition has of it; null where it is not of the guide. */
  readonly chapter: PrintChapter | null;
}

/**
 * editionOf makes all editions of a finished page; `guide` has the addresses of all chapters of the
 * guide. It throws where the page has no article.
 */
export function editionOf(
  route: string,
  html: string,
  site: string | null,
  guide: readonly string[],
): Edition {
  const page = staticOf(route, html);
  const chapter = guide.includes(route) ? printChapter(page, new Set(guide.map(slugOf))) : null;
  return { chapter, markdown: toMarkdown(page, site) };
}

/** markdownOf makes only the Markdown. */
export function markdownOf(route: string, html: string, site: string | null): string {
  return toMarkdown(staticOf(route, html), site);
}

function staticOf(route: string, html: string): BuiltPage {
  const page = staticPage(route, html);
  if (page === null) throw new Error(`${route} has no article to make an edition of.`);
  return page;
}
