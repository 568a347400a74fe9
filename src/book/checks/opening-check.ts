import { nearest } from '../../model/index.ts';
import type { Group } from '../lists/groups.ts';
import { visibleLines } from '../page/minutes.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { teachesConcept } from './ending-check.ts';

/** How many words open a chapter. Fewer give no reason to read on, more keep from the picture. */
const WORDS = { least: 40, most: 90 };
/** Lines that the first listing shows before anything is unfolded. */
const LINES = 8;

/**
 * How a chapter that teaches a concept begins: with what its reader can say afterwards, with why it
 * matters, and with a listing that does not frighten. What any page needs has to be there.
 */
export function checkOpening(
  page: Page,
  groups: readonly Group[],
  pages: readonly Page[],
): Problem[] {
  const concept = teachesConcept(page, groups)
    ? [...withoutGoals(page), ...wordsOf(page), ...codeOf(page)]
    : [];
  return [...concept, ...needsNothing(page, pages)];
}

function withoutGoals({ frontmatter, file }: Page): Problem[] {
  if (frontmatter?.goals !== undefined) return [];
  return [
    {
      code: 'goals-missing',
      file,
      line: 1,
      received: 'no goals',
      expected: 'one to three lines, what a reader can say after the chapter',
      remedy: 'Write for example goals: [which table each address goes through]',
    },
  ];
}

function wordsOf({ opening, file, frontmatter, keyLines }: Page): Problem[] {
  const count = opening.split(/\s+/).filter(Boolean).length;
  if (frontmatter === null || (count >= WORDS.least && count <= WORDS.most)) return [];
  return [
    {
      code: 'opening-words',
      file,
      line: Math.max(...keyLines.values()) + 2,
      received: `${count} words`,
      expected: `${WORDS.least} to ${WORDS.most} words before the first heading, figure or code`,
      remedy: 'Say why it matters and what comes out, in words that need no glossary.',
    },
  ];
}

function codeOf({ fences, file }: Page): Problem[] {
  const first = fences.find(({ lang }) => lang !== 'text');
  const count = first === undefined ? 0 : visibleLines(first.code).length;
  if (first === undefined || count <= LINES) return [];
  return [
    {
      code: 'opening-code',
      file,
      line: first.line,
      received: `${count} lines`,
      expected: `at most ${LINES} lines outside of folds, blank ones not counted`,
      remedy: 'Fold set-up between // hide and // show, or begin with a shorter listing.',
    },
  ];
}

function needsNothing(
  { frontmatter, route, file, keyLines }: Page,
  pages: readonly Page[],
): Problem[] {
  const routes = new Set(pages.map((page) => page.route).filter((one) => one !== route));
  return (frontmatter?.needs ?? []).flatMap((need): Problem[] => {
    if (routes.has(need)) return [];
    const near = nearest(need, routes);
    return [
      {
        code: 'need-route',
        file,
        line: keyLines.get('needs') ?? 1,
        received: need,
        expected: 'the address of another chapter',
        remedy: near === null ? 'Add the chapter, or take it off needs.' : `Write ${near}.`,
      },
    ];
  });
}
