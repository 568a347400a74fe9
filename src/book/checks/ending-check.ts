import type { Group } from '../lists/groups.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { checkMore } from './more-check.ts';

/** Whether a page was read to its end and teaches a concept: its group does, and it says nothing else. */
export function teachesConcept({ frontmatter, whole }: Page, groups: readonly Group[]): boolean {
  if (!whole || frontmatter === null || frontmatter.concept === false) return false;
  return groups.some(({ name, concepts }) => concepts && name === frontmatter.group);
}

const HEADING = 'Three checks';
const NUMBER = 3;

/**
 * How a chapter ends: with what may be left out, where it has that, and then, if it teaches a concept,
 * with three checks under a heading of that name.
 */
export function checkEnding(page: Page, groups: readonly Group[]): Problem[] {
  return [...checkMore(page), ...(teachesConcept(page, groups) ? checkNumber(page) : [])];
}

function checkNumber({ headings, elements, file }: Page): Problem[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  const index = sections.findIndex(({ value }) => value === HEADING);
  const from = sections[index]?.line;
  const to = sections[index + 1]?.line ?? Infinity;
  const checks = elements.filter(
    ({ name, line }) => name === 'Check' && from !== undefined && line > from && line < to,
  );
  if (checks.length === NUMBER) return [];
  return [
    {
      code: 'check-number',
      file,
      line: from ?? sections.at(-1)?.line ?? 1,
      received: from === undefined ? `no heading ${HEADING}` : `${checks.length} under ${HEADING}`,
      expected: `${NUMBER} <Check question="..."> under ## ${HEADING}`,
      remedy: 'Ask what the page has answered; a page that teaches no concept says concept: false.',
    },
  ];
}
