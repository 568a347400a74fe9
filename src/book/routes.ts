import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './page.ts';
import { root } from './places.ts';

/** Addresses of the site with the ids that a link can lead to; null where the book cannot know. */
export type Routes = ReadonlyMap<string, ReadonlySet<string> | null>;

/** Every address that a page may link to: chapters, fixed pages, and files of `public/`. */
export function knownRoutes(pages: readonly Page[]): Routes {
  return new Map([
    ...filesUnder(join(root, 'public')).map((file) => [`/${file}`, null] as const),
    ...filesUnder(join(root, 'src/pages')).flatMap(fixedRoute),
    ...pages.map((page) => [page.route, page.anchors] as const),
  ]);
}

/** Templates in brackets are made from chapters, which bring their own routes. */
function fixedRoute(file: string): (readonly [string, null])[] {
  if (file.includes('[') || /(^|\/)(_|404)/.test(file)) return [];
  const page = /^(.*)\.(?:astro|mdx?)$/.exec(file)?.[1];
  if (page === undefined) return [[`/${file.replace(/\.[jt]s$/, '')}`, null]];
  const route = page.replace(/(^|\/)index$/, '$1');
  return [[route === '' || route.endsWith('/') ? `/${route}` : `/${route}/`, null]];
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
