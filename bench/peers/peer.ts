import type { Chapter } from './text.ts';

/** The same book for every peer. */
export interface Book {
  title: string;
  /** One sentence; the landing page shows it under the title. */
  description: string;
  chapters: readonly Chapter[];
}

/** A site builder that Stage Two is measured against. */
export interface Peer {
  name: string;
  /** Its package; the pinned version is shown in the results. */
  package: string;
  /** Files of a site with this book, by path. Chapters are served at /guide/<slug>/. */
  files(book: Book): Record<string, string>;
  /** Program and arguments, the program as a path inside node_modules. */
  build: readonly [program: string, ...args: string[]];
  /** Folder of the built site. */
  out: string;
}

/** Chapters under their navigation headings, in reading order. */
export function groups({ chapters }: Book): { label: string; chapters: Chapter[] }[] {
  const labels = [...new Set(chapters.map((chapter) => chapter.group))];
  return labels.map((label) => ({
    label,
    chapters: chapters.filter((chapter) => chapter.group === label),
  }));
}

export const route = (chapter: Chapter): string => `/guide/${chapter.slug}/`;

/** The chapters as a list of links, for a landing page. */
export function contentsList({ chapters }: Book): string {
  return chapters.map((c) => `- [${c.title}](${route(c)}): ${c.description}`).join('\n');
}

/** Markdown with frontmatter; a JSON string is a YAML string. */
export function page(frontmatter: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(frontmatter).map(([key, v]) => `${key}: ${JSON.stringify(v)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Without an icon each page would log a failed request, which costs points in Lighthouse. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>\n';
