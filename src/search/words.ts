import { existsSync, readFileSync } from 'node:fs';

/** What people type for a page. */
export type Words = ReadonlyMap<string, readonly string[]>;

const isEntry = (entry: unknown): entry is { route: string; words: string[] } => {
  const { route, words } = (entry ?? {}) as Record<string, unknown>;
  return (
    typeof route === 'string' &&
    Array.isArray(words) &&
    words.every((word) => typeof word === 'string' && word.trim() !== '')
  );
};

/**
 * readWords reads the list of the content; a content without one has no such words. An entry that is
 * none, a page named twice or one that is not there ends the build.
 */
export function readWords(pages: ReadonlySet<string>, file: string): Words {
  if (!existsSync(file)) return new Map();
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const words = new Map<string, readonly string[]>();
  for (const entry of Array.isArray(list) ? (list as unknown[]) : [list]) {
    if (!isEntry(entry))
      throw new Error(
        `search.json: received ${JSON.stringify(entry)}; expected { "route": "/guide/…/", "words": ["…"] }.`,
      );
    if (!pages.has(entry.route))
      throw new Error(
        `search.json: there is no page ${entry.route}; expected a route of the site.`,
      );
    if (words.has(entry.route))
      throw new Error(`search.json: ${entry.route} stands there twice; put its words together.`);
    words.set(entry.route, entry.words);
  }
  return words;
}
