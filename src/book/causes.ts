import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from './places.ts';
import type { Problem } from './problems.ts';

/**
 * Folds what follows from a list of `content/data` that could not be read into the problem that says so,
 * with their number. Where such a list is not there at all, a problem of its own says that.
 */
export function foldCauses(problems: readonly Problem[], content: string): Problem[] {
  const causes = new Map<string, Problem>();
  const rest = problems.filter((problem) => {
    const { breaks } = problem;
    if (breaks === undefined || causes.has(breaks)) return true;
    causes.set(breaks, { ...problem });
    return false;
  });
  const kept = rest.filter(({ from = [] }) => {
    const lost = from.flatMap((list) => {
      const cause = causes.get(list) ?? missing(list, content);
      if (cause !== null) causes.set(list, cause);
      return cause ?? [];
    });
    const [first] = lost;
    if (first !== undefined) first.follow = (first.follow ?? 0) + 1;
    return first === undefined;
  });
  return [...causes.values(), ...kept];
}

/** Null where the list is there. The recorded runs are a folder of files. */
function missing(list: string, content: string): Problem | null {
  const runs = list === 'observations';
  const path = join(content, 'data', runs ? list : `${list}.json`);
  if (existsSync(path)) return null;
  return {
    code: 'list-missing',
    file: shownPath(path, content),
    line: 1,
    received: runs ? 'no such folder' : 'no such file',
    expected: 'the list in which the content looks something up',
    remedy: runs
      ? 'Record a run: npm run lab -- --record.'
      : 'Add the file; a list without entries is [].',
    breaks: list,
  };
}
