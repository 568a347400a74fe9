import { basename, join } from 'node:path';
import { readInfo } from '../page/info.ts';
import type { Element, Fence, Page } from '../page/page.ts';
import { readFrontmatter } from '../page/read-frontmatter.ts';
import { checkName, readBody, unread } from '../page/read-pages.ts';
import { EXERCISES, shownPath } from '../places.ts';
import { readNames, readPlainText } from '../plain-text.ts';
import type { Problem } from '../problems.ts';
import { exerciseFrontmatter, type Exercise } from './exercise.ts';

/** Pages of exercises, and of them the exercises whose frontmatter is in order. */
interface Reading {
  readonly pages: readonly Page[];
  readonly exercises: readonly Exercise[];
  readonly problems: readonly Problem[];
}

/** Reads the exercises of a content folder; a book without the folder has none. */
export function readExercises(content: string): Reading {
  const folder = join(content, EXERCISES);
  const { names, problems } = readNames(folder, shownPath(folder, content));
  const read = names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readExercise(join(folder, name), content));
  return {
    pages: read.map(({ page }) => page),
    exercises: read.flatMap(({ exercise }) => exercise ?? []),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}

function readExercise(path: string, content: string) {
  const slug = basename(path, '.mdx');
  const file = shownPath(path, content);
  const { text, problems: unreadable } = readPlainText(path, file);
  const problems: Problem[] = [...unreadable, ...checkName(slug, file)];
  const at = { section: EXERCISES, slug, route: `/${EXERCISES}/${slug}/`, path, file } as const;
  const {
    value,
    keyLines,
    problems: wrong,
  } = text === null
    ? { value: null, keyLines: new Map<string, number>(), problems: [] }
    : readFrontmatter(text, file, exerciseFrontmatter);
  problems.push(...wrong);
  const body = text === null ? unread() : readBody(text, file, problems, wrong);
  const minutes = value?.minutes ?? 0;
  const page: Page = { ...at, minutes, frontmatter: null, keyLines, ...body };
  return { page, exercise: value && { ...value, page, ...partsOf(page) }, problems };
}

/** The first fence that runs outside `<Solution>`, and the first in it. */
function partsOf({ fences, elements }: Page): Pick<Exercise, 'starter' | 'solution'> {
  const runs = fences.filter(({ lang, meta }) => readInfo(lang, meta).info.mode === 'run');
  const solutions = elements.filter(({ name }) => name === 'Solution');
  const inside = (fence: Fence) => solutions.some((one) => within(one, fence));
  return {
    starter: runs.find((fence) => !inside(fence)) ?? null,
    solution: runs.find(inside) ?? null,
  };
}

function within({ line, end }: Element, fence: Fence): boolean {
  return fence.line >= line && fence.line <= end;
}
