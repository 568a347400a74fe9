import type { Recorded } from '../observations/schema.ts';
import type { Program, RunResult } from '../snippets/core/types.ts';
import type { ReadBook } from './book.ts';
import { keyOf, type Key } from './checks/answer-key.ts';
import { cardsOf, type Card } from './page/cards.ts';
import type { Claim } from './page/claims.ts';
import type { Debate } from './debate/read-debate.ts';
import type { Advisory } from './lists/advisories.ts';
import type { Cpu } from './lists/cpus.ts';
import type { Erratum } from './lists/erratum.ts';
import { exercisesOf, type Exercise } from './exercises/exercise-data.ts';
import type { CodeFence, RunFence } from './page/fences.ts';
import type { Frontmatter } from './page/frontmatter.ts';
import type { Place } from './lists/map.ts';
import { stepRoute, type ReadingPath } from './lists/paths.ts';
import type { OpenPoint } from './lists/open-point.ts';
import { readQuestions, type Question } from './page/questions.ts';
import { EXERCISES, type Section } from './places.ts';
import type { Run } from './run.ts';
import type { Source } from './lists/sources.ts';
import type { Term } from './lists/term.ts';
import type { TermSpan } from './astro/term-marks.ts';

/** A page in its place in the book. */
export interface Chapter extends Frontmatter {
  /** Folder of `content/` and collection of the page, and first part of its address. */
  readonly section: Section;
  /** Id of the page in its collection, and last part of its address. */
  readonly slug: string;
  /** Address on the site, with slashes at both ends. */
  readonly route: string;
  /** Path of the source from the project root, for the edit link. */
  readonly file: string;
  /** How long it takes to read it and to run its snippets. */
  readonly minutes: number;
  /** Back and Next: along the first path, and then through all other chapters in their order. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

export interface Neighbour {
  readonly title: string;
  readonly route: string;
}

/** A TypeScript fence as its page shows it. */
export interface Snippet {
  readonly id: string;
  /** Address of the page it stands on. */
  readonly route: string;
  /** Source path and line of the fence. */
  readonly file: string;
  readonly line: number;
  /** Its own text, fold marks included. */
  readonly code: string;
  /** Why it does not run; null where it does. */
  readonly reason: string | null;
  /** The failure that it declares; null: it must end without one. */
  readonly throws: string | null;
  /** What Run runs, the earlier fences of its group in it; null where it does not run. */
  readonly program: Program | null;
  /** What it gave when the book was checked; null where it does not run. */
  readonly result: RunResult | null;
}

/** A check as pages show it. */
export interface Asked {
  /** Its anchor, and the address of its page. */
  readonly id: string;
  readonly route: string;
  /** What is asked; what stands between backticks is code. */
  readonly asks: string;
  /** The chapter that it brings back; null: its own. */
  readonly from: string | null;
  /** How many answers it offers; none where the answer is to be typed. */
  readonly options: number;
  /** Answers, by their number, that come from a misunderstanding. */
  readonly mistaken: readonly { readonly option: number; readonly card: Card }[];
  /** What judges an answer; null where the book has found what is wrong with it. */
  readonly key: Key | null;
}

/** All that pages need of the book. */
export interface BookData {
  readonly chapters: readonly Chapter[];
  /** Each comes when its run has ended. */
  readonly snippets: Readonly<Record<string, () => Promise<Snippet>>>;
  /** Claims by address of their page, in the order of the page. */
  readonly claims: Readonly<Record<string, readonly Claim[]>>;
  /** The source list, in its own order. */
  readonly sources: readonly Source[];
  /** Who argued what and when. */
  readonly debate: Debate;
  /** Advisories about the same defect elsewhere, in the order of their list. */
  readonly advisories: readonly Advisory[];
  /** The list of CPUs, in its own order. */
  readonly cpus: readonly Cpu[];
  /** What real kernels answered, a run each, the newest kernel first. */
  readonly observations: () => readonly Recorded[];
  /** Names of the data files that cite a source, by its id; `model` for the steps of the model. */
  readonly cited: Readonly<Record<string, readonly string[]>>;
  readonly glossary: readonly Term[];
  /** Anchors of the terms that each page names, by its address. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Terms beside the prose of each page, by its address and the text in which they stand. */
  readonly beside: Readonly<Record<string, Readonly<Record<string, readonly TermSpan[]>>>>;
  /** Checks by the id of the fence behind each, in the order of the pages. */
  readonly questions: Readonly<Record<string, Asked>>;
  /** The cards that readers guess at. */
  readonly cards: readonly Card[];
  /** By chapter in the order of the book, and then the easier first. */
  readonly exercises: readonly Exercise[];
  readonly open: readonly OpenPoint[];
  readonly errata: readonly Erratum[];
  readonly map: readonly Place[];
  readonly paths: readonly ReadingPath[];
}

/**
 * Turns a book into what pages read; `runOf` gives the run of a fence. Pages whose frontmatter is wrong
 * are left out.
 */
export function bookData(book: ReadBook, runOf: (fence: RunFence) => Promise<Run>): BookData {
  const chapters = orderChapters(book);
  const cards = book.pages.flatMap(cardsOf);
  return {
    chapters,
    snippets: snippetsOf(book, runOf),
    claims: Object.fromEntries(book.claims),
    sources: [...book.sources.values()],
    debate: book.debate,
    advisories: book.advisories,
    cpus: book.cpus,
    observations: book.observations,
    cited: citedIn(book),
    glossary: book.glossary,
    terms: Object.fromEntries(book.terms),
    beside: Object.fromEntries(book.beside),
    questions: Object.fromEntries(
      book.pages.flatMap(readQuestions).map((one) => [one.fence, asked(one, cards)]),
    ),
    cards,
    exercises: exercisesOf(book.exercises, chapters),
    open: book.open,
    errata: book.errata,
    map: book.map,
    paths: book.paths,
  };
}

function asked(question: Question, cards: readonly Card[]): Asked {
  const { id, page, asks, from, options } = question;
  const mistaken = options.flatMap((option, place) => {
    const card = cards.find((one) => one.id === option.card);
    return card ? [{ option: place, card }] : [];
  });
  const key = keyOf(question);
  return { id, route: page.route, asks, from, options: options.length, mistaken, key };
}

function citedIn({ cited, sources }: ReadBook): Record<string, string[]> {
  const files = (id: string) => [...cited].filter(([, ids]) => ids.has(id)).map(([name]) => name);
  return Object.fromEntries([...sources.keys()].map((id) => [id, files(id)]));
}

/** By group and then by order; a group that the list lacks stands where its first page stands. */
function orderChapters({ pages, groups: listed, paths }: ReadBook): Chapter[] {
  const plain = pages.flatMap(({ section, slug, route, file, minutes, frontmatter }) =>
    frontmatter === null || section === EXERCISES
      ? []
      : [{ section, slug, route, file, minutes, ...frontmatter }],
  );
  plain.sort((a, b) => a.order - b.order);
  const names = [...listed.map(({ name }) => name), ...plain.map(({ group }) => group)];
  const groups = [...new Set(names)];
  const sorted = groups.flatMap((group) => plain.filter((chapter) => chapter.group === group));
  const walk = walkThrough(sorted, paths[0]);
  return sorted.map((chapter) => {
    const index = walk.findIndex(({ route }) => route === chapter.route);
    return { ...chapter, previous: walk[index - 1] ?? null, next: walk[index + 1] ?? null };
  });
}

/** The pages of a path, and then the chapters that are not on it, in their order. */
function walkThrough(
  chapters: readonly Neighbour[],
  path: ReadingPath | undefined,
): readonly Neighbour[] {
  const steps = (path?.steps ?? []).flatMap((step): Neighbour[] => {
    const route = stepRoute(step);
    const title = chapters.find((one) => one.route === route)?.title ?? null;
    if (title === null && typeof step === 'string') return [];
    return [{ route, title: title ?? step[1] ?? route }];
  });
  const rest = chapters.filter(({ route }) => !steps.some((step) => step.route === route));
  return [...steps, ...rest.map(({ title, route }) => ({ title, route }))];
}

function snippetsOf(
  { fences }: ReadBook,
  runOf: (fence: RunFence) => Promise<Run>,
): BookData['snippets'] {
  const one = async (own: CodeFence): Promise<Snippet> => {
    const { id, code, page, fence } = own;
    const place = { route: page.route, file: page.file, line: fence.line };
    if (own.mode === 'norun')
      return { id, code, ...place, reason: own.reason, throws: null, program: null, result: null };
    const { program, result } = await runOf(own);
    return { id, code, ...place, reason: null, throws: own.throws, program, result };
  };
  return Object.fromEntries(fences.map((own) => [own.id, () => one(own)] as const));
}
