import { checkAlternatives } from './alternative-check.ts';
import type { Book } from './book.ts';
import { readClaims } from './claims.ts';
import { checkComponents } from './component-check.ts';
import { readCpus } from './cpus.ts';
import { checkIds, readFences, type CodeFence } from './fences.ts';
import { checkLinks } from './link-check.ts';
import { checkOrder } from './order-check.ts';
import { contentDir } from './places.ts';
import { sortProblems } from './problems.ts';
import { readPages } from './read-pages.ts';
import { knownRoutes } from './routes.ts';
import { checkRun } from './run-check.ts';
import { runFences } from './run.ts';
import { readSources } from './sources.ts';
import { checkTypes } from './type-check.ts';

/** Reads a content folder, runs its fences, and collects everything that is wrong with it. */
export async function checkBook(content: string = contentDir()): Promise<Book> {
  const { pages, problems: unread } = readPages(content);
  const sources = readSources(content);
  const { cpus, problems: wrongCpus } = readCpus(content, sources.ids);
  const parts = pages.map((page) => {
    const { fences, problems: wrongFences } = readFences(page);
    const { claims, problems: wrongClaims } = readClaims(page, sources.ids);
    return { page, fences, claims, problems: [...wrongFences, ...wrongClaims] };
  });
  const fences = parts.flatMap((part) => part.fences);
  const runs = await runFences(fences.filter((fence) => fence.mode === 'run'));
  // What does not parse is reported by its run; the type check would only repeat it.
  const notCode = new Set<CodeFence>(
    runs.filter(({ result }) => result.error?.name === 'SyntaxError').map(({ fence }) => fence),
  );
  const routes = knownRoutes(parts);
  return {
    pages,
    fences,
    runs,
    claims: new Map(parts.map(({ page, claims }) => [page.route, claims] as const)),
    sources: sources.byId,
    cpus,
    problems: sortProblems([
      ...unread,
      ...sources.problems,
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
      ...checkTypes(fences.filter((fence) => !notCode.has(fence))),
    ]),
  };
}
