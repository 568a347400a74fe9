/** The book as pages read it. Every answer comes from the one check of the content. */
import { data } from 'virtual:book';
import type { Claim } from './claims.ts';
import type { Chapter, Snippet } from './data.ts';
import type { Source } from './source.ts';

export type { Status } from './claims.ts';
export type { Chapter, Neighbour, Snippet } from './data.ts';
export type { Source } from './source.ts';

/** All chapters by group and order, each with its neighbours. */
export function chapters(): readonly Chapter[] {
  return data.chapters;
}

/** The chapters under their navigation groups, in reading order. */
export function groups(): { name: string; chapters: Chapter[] }[] {
  const names = [...new Set(data.chapters.map(({ group }) => group))];
  return names.map((name) => ({
    name,
    chapters: data.chapters.filter(({ group }) => group === name),
  }));
}

/**
 * Claims of a page in the order of the page.
 * @public
 */
export function pageClaims(slug: string): readonly Claim[] {
  return data.claims[slug] ?? [];
}

/** Sources of a page, each once, in the order in which its claims name them. */
export function sourcesOf(slug: string): Source[] {
  const ids = new Set(pageClaims(slug).flatMap((claim) => claim.sources));
  return [...ids].flatMap((id) => source(id) ?? []);
}

/** One source; undefined where the list has none with this id. */
export function source(id: string): Source | undefined {
  return data.sources.find((one) => one.id === id);
}

/** The whole source list, in its own order. */
export function sources(): readonly Source[] {
  return data.sources;
}

/** A TypeScript fence by its id; undefined where no page has it. */
export function snippet(id: string): Snippet | undefined {
  return Object.hasOwn(data.snippets, id) ? data.snippets[id] : undefined;
}
