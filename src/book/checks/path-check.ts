import { nearest } from '../../model/index.ts';
import type { Entry } from '../lists/entries.ts';
import { stepRoute, type ReadingPath } from '../lists/paths.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { Routes } from './routes.ts';

type Read = Entry<ReadingPath> & { readonly value: ReadingPath };

/**
 * Paths that lead to no page, that name a page twice or no chapter at all, and two paths of one id.
 * `routes` are the addresses of the site, `pages` its chapters.
 */
export function checkPaths(
  entries: readonly Entry<ReadingPath>[],
  routes: Routes,
  pages: readonly Page[],
): Problem[] {
  const chapters = new Set(pages.map(({ route }) => route));
  const ids = new Map<string, number>();
  return readPathsOf(entries).flatMap((entry): Problem[] => {
    const { id, line } = entry;
    const earlier = ids.get(id);
    ids.set(id, earlier ?? line);
    return [
      ...(earlier === undefined ? [] : [taken(entry, earlier)]),
      ...entry.value.steps.flatMap((_, index) => checkStep(entry, index, routes, chapters)),
      ...(entry.value.steps.some((step) => chapters.has(stepRoute(step)) || !known(step, routes))
        ? []
        : [withoutChapter(entry, chapters)]),
    ];
  });
}

/** The paths that could be read. */
export function readPathsOf(entries: readonly Entry<ReadingPath>[]): Read[] {
  return entries.filter((entry): entry is Read => entry.value !== null);
}

const known = (step: ReadingPath['steps'][number], routes: Routes): boolean =>
  routes.has(stepRoute(step));

const at = ({ file, id }: Read, line: number): Pick<Problem, 'file' | 'line' | 'id'> => ({
  file,
  line,
  id,
});

function taken(entry: Read, earlier: number): Problem {
  return {
    ...at(entry, entry.line),
    code: 'path-taken',
    received: `a second ${entry.id}`,
    expected: `${entry.id} once; the path of line ${earlier} has it`,
    remedy: 'Give one of the two another id.',
  };
}

function checkStep(
  entry: Read,
  index: number,
  routes: Routes,
  chapters: ReadonlySet<string>,
): Problem[] {
  const { steps } = entry.value;
  const step = steps[index];
  if (step === undefined) return [];
  const route = stepRoute(step);
  const here = at(entry, entry.lineOf(`steps.${index}`));
  if (!routes.has(route)) {
    const near = nearest(route, routes.keys());
    return [
      {
        ...here,
        code: 'path-step',
        received: route,
        expected: 'the address of a page',
        remedy: near === null ? 'Add the page, or take it off the path.' : `Write ${near}.`,
      },
    ];
  }
  const first = steps.findIndex((other) => stepRoute(other) === route);
  if (first < index)
    return [
      {
        ...here,
        code: 'path-twice',
        received: `a second ${route}`,
        expected: `each page once; it is number ${first + 1} of this path already`,
        remedy: 'Keep one of the two.',
      },
    ];
  if (typeof step !== 'string' || chapters.has(route)) return [];
  return [
    {
      ...here,
      code: 'path-words',
      received: JSON.stringify(route),
      expected: 'words for the link to a page that is no chapter',
      remedy: `Write for example ${JSON.stringify([route, 'The cheat sheet', ''])}`,
    },
  ];
}

function withoutChapter(entry: Read, chapters: ReadonlySet<string>): Problem {
  return {
    ...at(entry, entry.lineOf('steps')),
    code: 'path-empty',
    received: 'a path that names no chapter',
    expected: 'at least one chapter on a path',
    remedy: `Add one, such as ${JSON.stringify([...chapters].find((route) => /^[a-z0-9/-]+$/.test(route)) ?? '/guide/NAME/')}.`,
  };
}
