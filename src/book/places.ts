import { relative, resolve } from 'node:path';
import { root } from '../root.ts';

/** Folders of `content/` that hold pages; each is a collection and the first part of a route. */
export const SECTIONS = ['guide', 'reference'] as const;
export type Section = (typeof SECTIONS)[number];

/** The folder of exercises: pages with a starter and a solution, in no order of reading. */
export const EXERCISES = 'exercises';
/** A folder of `content/` whose pages are MDX. */
export type Folder = Section | typeof EXERCISES;

/**
 * Folder that the book is read from. `STAGE_TWO_CONTENT` names another one, for tests: the shell links to
 * sources and chapters of this guide, so a site is built from its own content.
 */
export function contentDir(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(root, env['STAGE_TWO_CONTENT'] ?? 'content');
}

/** A path as reports show it: from the project root, or from the content's own parent folder. */
export function shownPath(file: string, content: string): string {
  const inside = relative(root, file);
  const shown = inside.startsWith('..') ? relative(resolve(content, '..'), file) : inside;
  return shown.replaceAll('\\', '/');
}
