import { nearest } from '../../model/index.ts';
import { termsAbove, type TermIndex } from '../astro/term-marks.ts';
import type { Group } from '../lists/groups.ts';
import type { Page } from '../page/page.ts';
import { readQuestions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';

/** What the order of reading says of checks. */
export interface Order {
  readonly pages: readonly Page[];
  readonly groups: readonly Group[];
  /** The addresses of the first path. */
  readonly path: readonly string[];
}

/**
 * Checks that bring back what does not come before, ask with a term that nothing above them explains, and
 * chapters that bring too little back. `named` has the terms of each page.
 */
export function checkQuestionOrder(
  order: Order,
  terms: TermIndex,
  named: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const all = inOrder(order);
  return order.pages.flatMap((page) => {
    const asked = readQuestions(page);
    if (asked.length === 0) return [];
    const before = earlier(page, order.path, all);
    const known = before.flatMap((route) => named.get(route) ?? []);
    return [
      ...asked.flatMap((question) => checkFrom(question, before)),
      ...asked.flatMap((question) => checkWords(question, terms, known)),
      ...checkRecall(page, asked, before),
    ];
  });
}

/** Addresses in the order of the book. */
function inOrder({ pages, groups }: Order): string[] {
  const place = ({ frontmatter }: Page): number => {
    const at = groups.findIndex(({ name }) => name === frontmatter?.group);
    return at < 0 ? groups.length : at;
  };
  const own = (page: Page): number => page.frontmatter?.order ?? Infinity;
  return pages.toSorted((a, b) => place(a) - place(b) || own(a) - own(b)).map(({ route }) => route);
}

/** On the path what is before on it; elsewhere the whole path, and what is before in the book. */
function earlier({ route }: Page, path: readonly string[], all: readonly string[]): string[] {
  const on = path.indexOf(route);
  if (on >= 0) return path.slice(0, on);
  return [...new Set([...path, ...all.slice(0, all.indexOf(route))])];
}

function checkFrom({ page, line, from }: Question, before: readonly string[]): Problem[] {
  if (from === null || before.includes(from)) return [];
  const near = nearest(from, before);
  return [
    {
      code: 'check-from',
      file: page.file,
      line,
      received: `from="${from}"`,
      expected: 'the address of a chapter that comes before this one',
      remedy: near === null ? 'Remove it, or bring back another.' : `Write from="${near}".`,
    },
  ];
}

function checkWords(
  { page, line, asks, options }: Question,
  terms: TermIndex,
  known: readonly string[],
): Problem[] {
  const met = new Set([...known, ...termsAbove(page, terms, line)]);
  const pieces = [asks, ...options.map(({ says }) => says)].map((text) => text.split('`'));
  const prose = pieces.flat().map((value) => ({ value, code: false }));
  const unknown = terms.marks(prose, []).filter(({ id }) => !met.has(id));
  return unknown.map(({ piece, from, to }): Problem => ({
    code: 'check-term',
    file: page.file,
    line,
    received: prose[piece]?.value.slice(from, to) ?? '',
    expected: 'a term that is explained above the check, or in a chapter before',
    remedy: 'Ask in words that were explained, or explain it in the chapter.',
  }));
}

/** One check in so many brings an earlier chapter back. */
const RECALL = 3;

/** A chapter before which there is none has nothing to bring back. */
function checkRecall(
  { file }: Page,
  asked: readonly Question[],
  before: readonly string[],
): Problem[] {
  const back = asked.filter(({ from }) => from !== null).length;
  const least = Math.max(1, Math.floor(asked.length / RECALL));
  if (before.length === 0 || back >= least) return [];
  return [
    {
      code: 'check-recall',
      file,
      line: asked[0]?.line ?? 1,
      received: `${back} of ${asked.length} checks with from="..."`,
      expected: `at least ${least}; one in ${RECALL} brings back an earlier chapter`,
      remedy: 'Ask what this chapter needs of an earlier one, and write from="/guide/...".',
    },
  ];
}
