import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from './places.ts';
import { readNames, readPlainText } from './plain-text.ts';
import type { Problem } from './problems.ts';

/** Lists of this guide, of which the shell makes pages; a copy with other content does without some. */
export const LISTS = [
  'advisories',
  'corrected',
  'cpus',
  'errata',
  'evidence',
  'facts',
  'glossary',
  'groups',
  'map',
  'observations',
  'open',
  'paths',
  'positions',
  'read-changes',
  'search',
  'sources',
  'timeline',
  'topics',
  'versions',
  'witnesses',
  'words',
] as const;

/**
 * Folds what follows from a list of `content/data` that could not be read into the problem that says so,
 * with their number. Where such a list is not there, or has nothing in it, a problem of its own says
 * that; also where it is one of those that have to be there.
 */
export function foldCauses(
  problems: readonly Problem[],
  content: string,
  needed: readonly string[] = [],
): Problem[] {
  const causes = new Map<string, Problem>();
  const rest = problems.filter((problem) => {
    const { breaks } = problem;
    if (breaks === undefined || causes.has(breaks)) return true;
    causes.set(breaks, { ...problem });
    return false;
  });
  const kept = rest.filter(({ from = [] }) => {
    const lost = from.flatMap((list) => {
      const cause = causes.get(list) ?? missing(list, content) ?? empty(list, content);
      if (cause !== null) causes.set(list, cause);
      return cause ?? [];
    });
    const [first] = lost;
    if (first !== undefined) first.follow = (first.follow ?? 0) + 1;
    return first === undefined;
  });
  for (const list of needed) {
    const cause = causes.has(list) ? null : missing(list, content);
    if (cause !== null) causes.set(list, cause);
  }
  return [...causes.values(), ...kept];
}

/** What commands write is a folder of files; what to do where one is missing. */
const FOLDERS: Readonly<Record<string, string>> = {
  evidence: 'Write it: npm run lists.',
  observations: 'Record a run: npm run lab -- --record.',
  witnesses: 'Record a run: npm run witness -- --record.',
};
const isFolder = (list: string): boolean => Object.hasOwn(FOLDERS, list);

const pathOf = (list: string, content: string): string =>
  join(content, 'data', isFolder(list) ? list : `${list}.json`);

/** Null where the list is there. */
function missing(list: string, content: string): Problem | null {
  if (existsSync(pathOf(list, content))) return null;
  const received = isFolder(list) ? 'no such folder' : 'no such file';
  return noList(list, content, received, 'Add the file; a list without entries is [].');
}

/** In these a book may have nothing yet: what is looked up in them is said one by one. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['errata', 'words']);

/** Null where the list has entries, cannot be read, or may have none. */
function empty(list: string, content: string): Problem | null {
  if (MAY_BE_EMPTY.has(list)) return null;
  const path = pathOf(list, content);
  const bare = isFolder(list)
    ? readNames(path, '').names.length === 0
    : /^\s*\[\s*\]\s*$/.test(readPlainText(path, '').text ?? '');
  if (!bare) return null;
  return noList(list, content, 'a list without entries', 'Add what the content looks up in it.');
}

function noList(list: string, content: string, received: string, remedy: string): Problem {
  return {
    code: 'list-missing',
    file: shownPath(pathOf(list, content), content),
    line: 1,
    received,
    expected: 'the list in which the content looks something up',
    remedy: FOLDERS[list] ?? remedy,
    breaks: list,
  };
}
