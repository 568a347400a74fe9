import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadBook } from '../../src/book/book.ts';
import { beginBook } from '../../src/book/check.ts';
import { bookData } from '../../src/book/data.ts';
import type { Page } from '../../src/book/page/page.ts';

const dataOf = async (content: string) => {
  const { read, runs } = await beginBook(content);
  return bookData(read, runs.of);
};
const noRuns = () => Promise.reject(new Error('no fence runs here'));
const fixtures = join(import.meta.dirname, 'fixtures');

function page(slug: string, group: string, order: number): Page {
  return {
    section: 'guide',
    slug,
    route: `/guide/${slug}/`,
    path: `/content/guide/${slug}.mdx`,
    file: `content/guide/${slug}.mdx`,
    minutes: 5,
    frontmatter: {
      title: slug.toUpperCase(),
      description: 'One sentence.',
      group,
      order,
      reader: ['newcomer'],
      kernels: ['v6.17'],
      checked: '2026-11-23',
    },
    keyLines: new Map(),
    fences: [],
    elements: [],
    links: [],
    images: [],
    prose: [],
    paragraphs: [],
    code: [],
    headings: [],
    opening: '',
    whole: true,
    anchors: new Set(),
    statesFacts: false,
  };
}

function book(...pages: Page[]): ReadBook {
  return {
    pages,
    fences: [],
    claims: new Map(),
    sources: new Map(),
    debate: { topics: [], positions: [], events: [], versions: [] },
    advisories: [],
    cpus: [],
    observations: () => [],
    cited: new Map(),
    glossary: [],
    beside: new Map(),
    terms: new Map(),
    exercises: [],
    open: [],
    errata: [],
    groups: [],
    map: [],
    paths: [],
  };
}

describe('chapters', () => {
  test('stand by group, a group where its first page stands, and know their neighbours', () => {
    const { chapters } = bookData(
      book(
        page('d', 'Later', 3),
        page('c', 'First', 4),
        page('b', 'Later', 2),
        page('a', 'First', 1),
      ),
      noRuns,
    );
    expect(
      chapters.map(({ slug, previous, next }) => [previous?.title, slug, next?.route]),
    ).toEqual([
      [undefined, 'a', '/guide/c/'],
      ['A', 'c', '/guide/b/'],
      ['C', 'b', '/guide/d/'],
      ['B', 'd', undefined],
    ]);
  });

  test('stand by the list of groups where there is one', async () => {
    const { chapters } = await dataOf(`${fixtures}/ok/map`);
    expect(chapters.map(({ slug, group }) => [group, slug])).toEqual([
      ['First', 'two'],
      ['Second', 'one'],
    ]);
  });

  test('leave out a page whose frontmatter is wrong', () => {
    const { chapters } = bookData(
      book(page('a', 'G', 1), { ...page('b', 'G', 2), frontmatter: null }),
      noRuns,
    );
    expect(chapters.map(({ slug, next }) => [slug, next])).toEqual([['a', null]]);
  });
});

describe('snippets', async () => {
  const { snippets: comes } = await dataOf(`${fixtures}/ok/fences`);
  const snippets = Object.fromEntries(
    await Promise.all(Object.entries(comes).map(async ([id, get]) => [id, await get()] as const)),
  );

  test('carry the earlier fences of their group, but none that fails', () => {
    expect(snippets['group-two']?.program?.parts.map(({ id }) => id)).toEqual([
      'group-one',
      'group-two',
    ]);
    expect(snippets['group-fails']?.program?.parts.map(({ id }) => id)).toEqual([
      'group-one',
      'group-fails',
    ]);
    expect(snippets['silent']?.program?.parts.map(({ id }) => id)).toEqual(['silent']);
  });

  test('carry what their run gave, or why there was none', () => {
    expect(snippets['prints']).toMatchObject({
      route: '/guide/page/',
      file: 'tests/book/fixtures/ok/fences/guide/page.mdx',
      line: 11,
      reason: null,
      throws: null,
      result: { text: '1', error: null },
    });
    expect(snippets['fails']).toMatchObject({
      throws: 'EINVAL',
      result: { error: { errno: 'EINVAL' } },
    });
    expect(snippets['page-fence-11']).toMatchObject({
      reason: 'A VMM would call it on real hardware.',
      result: null,
    });
  });
});

describe('claims and sources', async () => {
  const { claims, sources } = await dataOf(`${fixtures}/ok/chapter`);

  test('are kept by page, in the order of the page', () => {
    expect(claims).toEqual({
      '/guide/first/': [
        {
          id: expect.stringMatching(/^a-claim-[a-z\d]+$/),
          n: 1,
          line: 19,
          text: 'A claim.',
          sources: ['V10-6', 'SEED'],
          status: 'confirmed',
        },
        {
          id: expect.stringMatching(/^a-claim-of-paragraphs-[a-z\d]+$/),
          n: 2,
          line: 21,
          text: 'A claim of paragraphs.',
          sources: ['SEED'],
          status: 'inferred',
        },
      ],
      '/guide/second/': [
        {
          id: expect.stringMatching(/^a-claim-[a-z\d]+$/),
          n: 1,
          line: 13,
          text: 'A claim.',
          sources: ['V10-6'],
          status: 'unknown',
          searched: 'The patches of version 10',
        },
      ],
    });
    expect(sources.map(({ id }) => id)).toEqual(['V10-6', 'SEED']);
  });
});
