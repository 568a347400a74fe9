import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';
import type { Claim } from '../page/claims.ts';
import type { CodeFence } from '../page/fences.ts';
import type { Page } from '../page/page.ts';
import { readQuestions } from '../page/questions.ts';

/** Addresses of the site with the ids that a link can lead to; null where the book cannot know. */
export type Routes = ReadonlyMap<string, ReadonlySet<string> | null>;

/** What gives a chapter its address and its ids. */
interface Part {
  readonly page: Page;
  readonly fences: readonly CodeFence[];
  readonly claims: readonly Claim[];
}

/** Every address that a page may link to: chapters, fixed pages, and files of `public/`. */
export function knownRoutes(
  parts: readonly Part[],
  sources: Iterable<string>,
  terms: readonly string[],
  paths: readonly string[],
): Routes {
  const routes = new Map<string, ReadonlySet<string> | null>([
    ...[...sources].map((id) => [`/sources/${id}/`, null] as const),
    ...filesUnder(join(root, 'public')).map((file) => [`/${file}`, null] as const),
    ...filesUnder(join(root, 'src/pages')).flatMap(fixedRoute),
    ...foldersIn(join(root, 'src/model')).map((part) => [`/reference/api/${part}/`, null] as const),
    ...paths.map((id) => [`/paths/${id}/`, null] as const),
    ...parts.map((part) => [part.page.route, idsOf(part)] as const),
  ]);
  if (routes.has('/sources/')) routes.set('/sources/', new Set(parts.flatMap(citedBy)));
  if (routes.has('/glossary/')) routes.set('/glossary/', new Set(terms));
  return routes;
}

/** Headings, snippets, claims, and the entries of the source list that the page template appends. */
function idsOf(part: Part): ReadonlySet<string> | null {
  const { anchors } = part.page;
  if (anchors === null) return null;
  const made = part.claims.map(({ id }) => id);
  const fences = part.fences.map(({ id }) => id);
  const asked = readQuestions(part.page).map(({ id }) => id);
  return new Set([...anchors, ...fences, ...asked, ...made, ...citedBy(part), 'sources']);
}

function citedBy({ claims }: Part): string[] {
  return claims.flatMap(({ sources }) => sources);
}

/** Templates in brackets are made from lists, whose routes are added one by one. */
function fixedRoute(file: string): (readonly [string, null])[] {
  if (file.includes('[') || /(^|\/)(_|404)/.test(file)) return [];
  const page = /^(.*)\.(?:astro|mdx?)$/.exec(file)?.[1];
  if (page === undefined) return [[`/${file.replace(/\.[jt]s$/, '')}`, null]];
  const route = page.replace(/(^|\/)index$/, '$1');
  return [[route === '' || route.endsWith('/') ? `/${route}` : `/${route}/`, null]];
}

/** A part of the model has its names on a page of the API. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
