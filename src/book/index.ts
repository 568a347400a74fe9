/** The book as pages read it. Every answer comes from the one check of the content. */
import book from 'virtual:book';
import { TermIndex, type TermSpan } from './astro/term-marks.ts';
import type { Recorded } from '../observations/schema.ts';
import type { Card } from './page/cards.ts';
import type { Claim } from './page/claims.ts';
import type { Advisory } from './lists/advisories.ts';
import type { Cpu } from './lists/cpus.ts';
import type { Asked, BookData, Chapter, Snippet } from './data.ts';
import type { Debate } from './debate/read-debate.ts';
import type { Place } from './lists/map.ts';
import type { Exercise } from './exercises/exercise-data.ts';
import { stepRoute, type ReadingPath } from './lists/paths.ts';
import { NAMED, type Named } from './named.ts';
import type { Erratum } from './lists/erratum.ts';
import type { OpenPoint } from './lists/open-point.ts';
import type { Section } from './places.ts';
import type { Source } from './lists/sources.ts';
import { termId, type Term } from './lists/term.ts';

export { termId } from './lists/term.ts';
export type { Exercise } from './exercises/exercise-data.ts';
export type { Term } from './lists/term.ts';
export type { Status } from './page/claims.ts';
export type { Advisory } from './lists/advisories.ts';
export type { Cpu } from './lists/cpus.ts';
export type { Asked, Chapter, Snippet } from './data.ts';
export type { DebateEvent } from './debate/event.ts';
export { EVENT_KINDS } from './debate/event.ts';
export { LANDED, type Position } from './debate/position.ts';
export type { StanceName } from './debate/stance.ts';
export type { Place } from './lists/map.ts';
export type { Erratum } from './lists/erratum.ts';
export type { Debate } from './debate/read-debate.ts';
export type { Topic } from './debate/topic.ts';
export type { Version } from './debate/version.ts';
export type { Section } from './places.ts';
export type { Source } from './lists/sources.ts';

/** All chapters by group and order, each with its neighbours; of one section where it is named. */
export function chapters(section?: Section): readonly Chapter[] {
  return book.data.chapters.filter(
    (chapter) => section === undefined || chapter.section === section,
  );
}

/** The chapters under their navigation groups, in reading order. */
export function groups(): { name: string; chapters: Chapter[] }[] {
  const names = [...new Set(book.data.chapters.map(({ group }) => group))];
  return names.map((name) => ({
    name,
    chapters: book.data.chapters.filter(({ group }) => group === name),
  }));
}

/**
 * Claims of a page in the order of the page.
 * @public
 */
export function pageClaims(route: string): readonly Claim[] {
  return book.data.claims[route] ?? [];
}

/** Sources of a page, each once, in the order in which its claims name them. */
export function sourcesOf(route: string): Source[] {
  const ids = new Set(pageClaims(route).flatMap((claim) => claim.sources));
  return [...ids].flatMap((id) => source(id) ?? []);
}

/** One source; undefined where the list has none with this id. */
export function source(id: string): Source | undefined {
  return byId().get(id);
}

const byId = ofBook(({ sources: all }) => new Map(all.map((one) => [one.id, one] as const)));

/** The whole source list, in its own order. */
export function sources(): readonly Source[] {
  return book.data.sources;
}

/** The same defect elsewhere: advisories and posts, as they were read. */
export function advisories(): readonly Advisory[] {
  return book.data.advisories;
}

/** CPUs with their feature bits and what these were read from. */
export function cpus(): readonly Cpu[] {
  return book.data.cpus;
}

/** What real kernels answered, a run each, the newest kernel first. */
export function observations(): readonly Recorded[] {
  return book.data.observations();
}

/** Ids of all listings of TypeScript, those included that do not run. */
export function snippetIds(): readonly string[] {
  return Object.keys(book.data.snippets);
}

/** A TypeScript fence by its id, when it has run; undefined where no page has it. */
export async function snippet(id: string): Promise<Snippet | undefined> {
  return Object.hasOwn(book.data.snippets, id) ? book.data.snippets[id]?.() : undefined;
}

/** A check by the id of the fence behind it; undefined where no page has it. */
export function asked(fence: string): Asked | undefined {
  return Object.hasOwn(book.data.questions, fence) ? book.data.questions[fence] : undefined;
}

/** The cards to guess at, in the order of their pages. */
export function allCards(): readonly Card[] {
  return book.data.cards;
}

/** All checks, in the order of the pages. */
export function allAsked(): readonly Asked[] {
  return Object.values(book.data.questions);
}

/** Exercises, by chapter in the order of the book; of one chapter where its address is given. */
export function exercises(chapter?: string): readonly Exercise[] {
  return book.data.exercises.filter((one) => chapter === undefined || one.chapter === chapter);
}

/** Questions, positions, events and versions of the debate, in the order of their files. */
export function debate(): Debate {
  return book.data.debate;
}

/** A claim with the chapter on which it stands. */
export interface PlacedClaim extends Claim {
  readonly chapter: Chapter;
}

/** All claims of the book, in reading order. */
export function allClaims(): readonly PlacedClaim[] {
  return placed();
}

const placed = ofBook(({ chapters: all, claims }): readonly PlacedClaim[] =>
  all.flatMap((chapter) => (claims[chapter.route] ?? []).map((claim) => ({ ...claim, chapter }))),
);

/** Names of the data files that cite a source; `model` for the steps of the model. */
export function citedIn(id: string): readonly string[] {
  return book.data.cited[id] ?? [];
}

/** The glossary in its own order. */
export function terms(): readonly Term[] {
  return book.data.glossary;
}

/** Terms that a page names, in its order. */
export function termsOf(route: string): Term[] {
  return (book.data.terms[route] ?? []).flatMap((id) => byAnchor().get(id) ?? []);
}

/** Terms beside the prose of a page, in captions and lists of reasons, by the text. */
export function besideTermsOf(route: string): Readonly<Record<string, readonly TermSpan[]>> {
  return book.data.beside[route] ?? {};
}

/** Where texts of a page that is no chapter first name each term; with the terms themselves. */
export function termsIn(texts: readonly string[]): {
  readonly spans: Readonly<Record<string, readonly TermSpan[]>>;
  readonly terms: readonly Term[];
} {
  const marks = termIndex().marks(
    texts.map((value) => ({ value, code: false })),
    [],
  );
  const spans = texts.map((text, i) => [text, marks.filter(({ piece }) => piece === i)] as const);
  return {
    spans: Object.fromEntries(spans),
    terms: marks.flatMap(({ id }) => byAnchor().get(id) ?? []),
  };
}

const termIndex = ofBook(({ glossary }) => new TermIndex(glossary));

const byAnchor = ofBook(
  ({ glossary }) => new Map(glossary.map((term) => [termId(term.term), term] as const)),
);

/** What the book says that it does not know. */
export function openPoints(): readonly OpenPoint[] {
  return book.data.open;
}

/** Corrections, the newest first. */
export function errata(): readonly Erratum[] {
  return book.data.errata.toSorted((a, b) => b.date.localeCompare(a.date));
}

/** The places of the map, lane by lane. */
export function map(): readonly Place[] {
  return book.data.map;
}

/** A page on a path. */
export interface Step {
  readonly route: string;
  /** What the link to it says, code between backticks, and what follows it. */
  readonly words: string;
  readonly after: string;
  /** How long it takes; 0 where the page is no chapter. */
  readonly minutes: number;
}

/** A path with its pages; `minutes` is how long all of them take. */
export interface Path extends Omit<ReadingPath, 'steps'> {
  readonly steps: readonly Step[];
  readonly minutes: number;
}

/** The orders of reading, in the order of their list. */
export function paths(): readonly Path[] {
  return laidOut();
}

const laidOut = ofBook(({ paths: listed, chapters: all }): readonly Path[] => {
  const byRoute = new Map(all.map((chapter) => [chapter.route, chapter] as const));
  return listed.map((path) => {
    const steps = path.steps.map((step): Step => {
      const route = stepRoute(step);
      const { title = route, minutes = 0 } = byRoute.get(route) ?? {};
      const [, words = title, after = ''] = typeof step === 'string' ? [] : step;
      return { route, words, after, minutes };
    });
    return { ...path, steps, minutes: steps.reduce((sum, step) => sum + step.minutes, 0) };
  });
});

/** The address of a chapter that the shell leads to; null where this content does not have it. */
export function named(name: Named): string | null {
  return book.data.chapters.find(({ route }) => route === NAMED[name])?.route ?? null;
}

/** What follows from the book, made once for each; `npm run dev` reads another one at each change. */
function ofBook<T>(make: (data: BookData) => T): () => T {
  let last: { data: BookData; made: T } | null = null;
  return () => {
    const { data } = book;
    if (last?.data !== data) last = { data, made: make(data) };
    return last.made;
  };
}
