import { join } from 'node:path';
import { root } from '../root.ts';
import { checkAlternatives } from './checks/alternative-check.ts';
import type { Book, ReadBook } from './book.ts';
import { readClaims } from './page/claims.ts';
import { checkAsked } from './checks/asked-check.ts';
import { checkCited, checkStated, citedByData } from './checks/cited.ts';
import { checkMap } from './checks/map-check.ts';
import { checkNamed } from './checks/named-check.ts';
import { foldCauses, LISTS } from './causes.ts';
import { checkEnding } from './checks/ending-check.ts';
import { checkOpening } from './checks/opening-check.ts';
import { checkQuestions } from './checks/question-check.ts';
import { checkRaw } from './checks/raw-check.ts';
import { checkComponents } from './checks/component-check.ts';
import type { Entry } from './lists/entries.ts';
import { checkBothWays, checkExercise, EXERCISE_PARTS } from './exercises/exercise-check.ts';
import { readExercises } from './exercises/read-exercises.ts';
import { checkEvidence } from './lists/evidence.ts';
import { checkIds, readFences } from './page/fences.ts';
import { stepRoute } from './lists/paths.ts';
import { checkLinks } from './checks/link-check.ts';
import { checkOrder } from './checks/order-check.ts';
import { checkPaths } from './checks/path-check.ts';
import { checkOrderOfPaths } from './checks/path-order-check.ts';
import { observationsOf } from './lists/observations.ts';
import { checkObserved } from './checks/observed-check.ts';
import { keptObserved } from './observed/kept-observed.ts';
import { contentDir } from './places.ts';
import { checkModelPolicies } from './checks/policy-check.ts';
import { sortProblems, type Problem } from './problems.ts';
import { readLists } from './read-lists.ts';
import { readPages } from './page/read-pages.ts';
import { knownRoutes } from './checks/routes.ts';
import { checkRun } from './checks/run-check.ts';
import { startRuns, type Run, type Runs } from './run.ts';
import { readSources } from './lists/sources.ts';
import { termId } from './lists/term.ts';
import { checkTerms } from './checks/term-check.ts';
import { checkUnfilled } from './checks/unfilled-check.ts';
import { besideTerms, TermIndex, termsOf } from './astro/term-marks.ts';
import { checkTypes, type FenceTypes } from './types/check-types.ts';

/** A book that has been read, and whose fences are still being run and checked for their types. */
export interface BegunBook {
  /** As read: pages need no more than this and the runs of their own fences. */
  readonly read: ReadBook;
  readonly runs: Runs;
  /** With all runs, and what is wrong with them. */
  readonly run: Promise<Book>;
  /** What the types add to its problems. */
  readonly types: Promise<readonly Problem[]>;
}

/** Reads a content folder, runs its fences, and collects everything that is wrong with it. */
export async function checkBook(content: string = contentDir()): Promise<Book> {
  return wholeBook(await beginBook(content));
}

/** The book with all of its problems. */
export async function wholeBook({ run, types }: BegunBook): Promise<Book> {
  const book = await run;
  return { ...book, problems: sortProblems([...book.problems, ...(await types)]) };
}

/** When the types of fences are checked: beside their runs, or after them, beside what comes next. */
export type TypesAt = 'beside' | 'after';

/**
 * beginBook is checkBook that waits neither for the runs nor for the types: a page shows the runs of
 * its own fences and no types, and the compiler has a worker of its own.
 */
export async function beginBook(
  content: string = contentDir(),
  typesAt: TypesAt = 'beside',
): Promise<BegunBook> {
  const { pages, problems: unread } = readPages(content);
  const tried = readExercises(content);
  const sources = readSources(content);
  const data = readLists(content, sources, pages);
  const terms = new TermIndex(data.glossary.terms);
  const cited = citedByData(content);
  const parts = [...pages, ...tried.pages].map((page) => {
    const { fences, problems: wrongFences } = readFences(page);
    const { claims, problems: wrongClaims } = readClaims(page, sources.ids);
    const weak = checkEvidence(page, claims, data.evidence.evidence);
    return { page, fences, claims, problems: [...wrongFences, ...wrongClaims, ...weak] };
  });
  const fences = parts.flatMap((part) => part.fences);
  const beside = typesAt === 'beside' ? checkTypes(fences) : null;
  const runs = startRuns(fences.filter((fence) => fence.mode === 'run'));
  // No page waits for it; where pages are waited for, it begins when their runs have ended.
  const observe = () => keptObserved('observed', content);
  const observing = typesAt === 'beside' ? observe() : runs.all.then(observe);
  const routes = knownRoutes(
    parts,
    sources.byId.keys(),
    data.glossary.terms.map(({ term }) => termId(term)),
    data.paths.entries.map(({ id }) => id),
  );
  const own = content === join(root, 'content');
  const fold = (all: readonly Problem[]) =>
    sortProblems(foldCauses(all, content, own ? LISTS : []));
  const named = new Map(
    [...pages, ...tried.pages].map((page) => [page.route, termsOf(page, terms)] as const),
  );
  const path = (data.paths.entries[0]?.value?.steps ?? []).map(stepRoute);
  const found: readonly Problem[] = [
    ...unread,
    ...tried.problems,
    ...tried.exercises.flatMap((exercise) => checkExercise(exercise, pages)),
    ...sources.problems,
    ...Object.values(data).flatMap(({ problems }) => problems),
    ...checkCited(sources, pages, cited, data.evidence.evidence.stated),
    ...checkStated(sources, pages, cited, data.evidence.evidence),
    ...(own
      ? [
          ...checkModelPolicies(data.debate.debate.positions, sources.byId).map(fromLists),
          ...checkNamed(pages),
        ]
      : []),
    ...checkOrder(pages),
    ...checkMap(data.map, pages),
    ...checkPaths(data.paths.entries, routes, pages),
    ...checkOrderOfPaths(data.paths.entries, pages),
    ...parts.flatMap(({ problems }) => problems),
    ...pages.flatMap((page) => [
      ...checkComponents(page),
      ...checkRaw(page),
      ...checkEnding(page, data.groups.groups),
      ...checkOpening(page, data.groups.groups, pages),
      ...checkQuestions(page),
      ...checkAlternatives(page),
      ...checkLinks(page, routes),
      ...checkTerms(page, terms, data.words.words),
    ]),
    ...tried.pages.flatMap((page) => [
      ...checkComponents(page, EXERCISE_PARTS),
      ...checkRaw(page),
      ...checkLinks(page, routes),
      ...checkTerms(page, terms, data.words.words),
    ]),
    ...checkAsked({ pages, groups: data.groups.groups, path }, terms, named),
    ...checkUnfilled([...pages, ...tried.pages], content),
    ...checkIds(fences),
  ];
  const read: ReadBook = {
    pages,
    fences,
    claims: new Map(parts.map(({ page, claims }) => [page.route, claims] as const)),
    sources: sources.byId,
    debate: data.debate.debate,
    advisories: data.advisories.advisories,
    cpus: data.cpus.cpus,
    observations: observationsOf(content),
    cited,
    glossary: data.glossary.terms,
    terms: named,
    beside: new Map(pages.map((page) => [page.route, besideTerms(page, terms)] as const)),
    exercises: tried.exercises,
    open: data.open.points,
    errata: data.errata.errata,
    groups: data.groups.groups,
    map: valuesOf(data.map.entries),
    paths: valuesOf(data.paths.entries),
  };
  const run = Promise.all([runs.all, observing]).then(([all, { cases, problems }]) => {
    const seen = pages.flatMap((page) => checkObserved(page, cases));
    return withRuns(read, fold([...found, ...problems, ...seen]), all);
  });
  const types = checkedTypes(run, beside ?? run.then(() => checkTypes(fences)));
  // Whoever awaits one of them hears of a failure; nobody may have to.
  for (const one of [observing, run, types]) one.catch(() => {});
  return { read, runs, run, types };
}

function withRuns(read: ReadBook, found: readonly Problem[], runs: readonly Run[]): Book {
  return {
    ...read,
    runs,
    problems: sortProblems([
      ...found,
      ...runs.flatMap(checkRun),
      ...read.exercises.flatMap((exercise) => checkBothWays(exercise, runs)),
    ]),
  };
}

async function checkedTypes(
  run: Promise<Book>,
  types: Promise<readonly FenceTypes[]>,
): Promise<readonly Problem[]> {
  const [{ runs }, all] = await Promise.all([run, types]);
  return typeProblems(all, runs);
}

/** What does not parse is reported by its run; the type check would only repeat it. */
function typeProblems(types: readonly FenceTypes[], runs: readonly Run[]): readonly Problem[] {
  const notCode = new Set(
    runs
      .filter(({ result }) => result.error?.name === 'SyntaxError')
      .map(({ fence }) => placeOf(fence.page.file, fence.fence.line)),
  );
  return types.flatMap(({ fence, problems }) =>
    notCode.has(placeOf(fence.file, fence.line)) ? [] : problems,
  );
}

/** A policy is held against the list of sources, a name behind it against that of positions. */
function fromLists(problem: Problem): Problem {
  return { ...problem, from: [problem.code === 'policy-mail' ? 'sources' : 'positions'] };
}

function valuesOf<Value>(entries: readonly Entry<Value>[]): readonly Value[] {
  return entries.flatMap(({ value }) => value ?? []);
}

/** A fence as both workers can name it; an id can stand twice where a page is wrong. */
function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}
