import { checkAlternatives } from './alternative-check.ts';
import type { Book } from './book.ts';
import { readClaims } from './claims.ts';
import { checkComponents } from './component-check.ts';
import { readCpus } from './cpus.ts';
import { readDebate } from './debate/read-debate.ts';
import { checkIds, readFences } from './fences.ts';
import { checkLinks } from './link-check.ts';
import { checkOrder } from './order-check.ts';
import { contentDir } from './places.ts';
import { sortProblems } from './problems.ts';
import { readPages } from './read-pages.ts';
import { knownRoutes } from './routes.ts';
import { checkRun } from './run-check.ts';
import { runFences } from './run.ts';
import { readSources } from './sources.ts';
import { checkTypesAside } from './type-worker.ts';

/** Reads a content folder, runs its fences, and collects everything that is wrong with it. */
export async function checkBook(content: string = contentDir()): Promise<Book> {
  const { pages, problems: unread } = readPages(content);
  const sources = readSources(content);
  const { debate, problems: wrongDebate } = readDebate(content, sources, pages);
  const { cpus, problems: wrongCpus } = readCpus(content, sources.ids);
  const parts = pages.map((page) => {
    const { fences, problems: wrongFences } = readFences(page);
    const { claims, problems: wrongClaims } = readClaims(page, sources.ids);
    return { page, fences, claims, problems: [...wrongFences, ...wrongClaims] };
  });
  const fences = parts.flatMap((part) => part.fences);
  const types = checkTypesAside(fences);
  const runs = await runFences(fences.filter((fence) => fence.mode === 'run'));
  // What does not parse is reported by its run; the type check would only repeat it.
  const notCode = new Set(
    runs
      .filter(({ result }) => result.error?.name === 'SyntaxError')
      .map(({ fence }) => placeOf(fence.page.file, fence.fence.line)),
  );
  const typeProblems = await types;
  const routes = knownRoutes(parts);
  return {
    pages,
    fences,
    runs,
    claims: new Map(parts.map(({ page, claims }) => [page.route, claims] as const)),
    sources: sources.byId,
    debate,
    cpus,
    problems: sortProblems([
      ...unread,
      ...sources.problems,
      ...wrongDebate,
      ...wrongCpus,
      ...checkOrder(pages),
      ...parts.flatMap(({ problems }) => problems),
      ...pages.flatMap((page) => [
        ...checkComponents(page),
        ...checkAlternatives(page),
        ...checkLinks(page, routes),
      ]),
      ...checkIds(fences),
      ...runs.flatMap(checkRun),
      ...typeProblems.flatMap(({ fence, problems }) =>
        notCode.has(placeOf(fence.file, fence.line)) ? [] : problems,
      ),
    ]),
  };
}

/** A fence as both threads can name it; an id can stand twice where a page is wrong. */
function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}
