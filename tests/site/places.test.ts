import { describe, expect, test } from 'vitest';
import { hours } from '../../src/components/hours.ts';
import { currentOf, ENTRIES } from '../../src/components/nav/places.ts';
import { placing, readers } from '../../src/components/nav/placing.ts';
import type { Chapter } from '../../src/book/index.ts';

describe('the entry of the header that is current', () => {
  const current = (here: string): (readonly [string, string])[] =>
    ENTRIES.flatMap((entry) => {
      const state = currentOf(entry, here);
      return state ? [[entry.word, state] as const] : [];
    });
  test.each([
    ['/guide/', ['Guide', 'page']],
    ['/guide/memslots/', ['Guide', 'true']],
    ['/map/', ['Guide', 'true']],
    ['/reference/api/', ['Reference', 'true']],
    ['/observations/7.3.4/', ['Kernels', 'true']],
    ['/versions/', ['Debate', 'true']],
    ['/timeline/', ['Debate', 'true']],
    ['/workbench/', ['Workbench', 'page']],
    ['/glossary/', ['Glossary', 'page']],
  ] as const)('on %s is %s', (here, expected) => expect(current(here)).toEqual([expected]));

  test.each(['/', '/sources/', '/404.html', '/guidelines/'])('on %s is none', (here) =>
    expect(current(here)).toEqual([]),
  );
});

describe('the line under a title', () => {
  const chapter = (slug: string, more: Partial<Chapter>): Chapter =>
    ({
      section: 'guide',
      route: `/guide/${slug}/`,
      minutes: 12,
      reader: ['newcomer'],
      ...more,
    }) as Chapter;

  test('counts from one among the chapters of its section', () => {
    const all = ['a', 'b', 'c'].map((slug) => chapter(slug, {}));
    expect(placing(chapter('b', {}), all)).toBe('Chapter 2 of 3, 12 min, for newcomers');
  });
  test('names a page of the reference so', () => {
    const page = chapter('x', { section: 'reference', minutes: 1, reader: ['engineer'] });
    expect(placing(page, [page])).toBe('Reference 1 of 1, 1 min, for engineers');
  });
  test.each([
    [['newcomer'], 'newcomers'],
    [['newcomer', 'engineer'], 'newcomers and engineers'],
    [['newcomer', 'engineer', 'maintainer'], 'newcomers, engineers and maintainers'],
  ] as const)('says of %s: %s', (reader, words) =>
    expect(readers({ reader: [...reader] })).toBe(words),
  );
});

test.each([
  [60, 'one hour'],
  [74, 'one hour'],
  [76, '1½ hours'],
  [480, '8 hours'],
])('%i minutes are %s', (minutes, words) => expect(hours(minutes)).toBe(words));
