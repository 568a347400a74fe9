import { describe, expect, test } from 'vitest';
import { checkOpening } from '../../src/book/checks/opening-check.ts';
import type { Page } from '../../src/book/page/page.ts';
import { parsePage } from '../../src/book/page/parse.ts';

const GROUPS = [
  { name: 'Concepts', concepts: true },
  { name: 'Tables', concepts: false },
];

/** A chapter with goals and a body; what else a page has does not count here. */
function chapter(body: string, more: Record<string, unknown> = {}): Page {
  const parsed = parsePage(body);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const frontmatter = { group: 'Concepts', goals: ['what a test can say'], ...more };
  return {
    ...parsed.facts,
    route: '/guide/own/',
    file: 'own.mdx',
    whole: true,
    frontmatter,
    keyLines: new Map([['checked', 8]]),
  } as unknown as Page;
}

const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');
const code = (n: number, lang = 'ts run id="a"') => `\`\`\`${lang}\n${'a();\n'.repeat(n)}\`\`\``;
const codes = (page: Page, others: readonly Page[] = []) =>
  checkOpening(page, GROUPS, [page, ...others]).map((one) => `${one.code} ${one.received}`);

describe('the words before anything else', () => {
  test.each([
    [39, ['opening-words 39 words']],
    [40, []],
    [90, []],
    [91, ['opening-words 91 words']],
  ])('%i of them', (n, found) =>
    expect(codes(chapter(`${words(n)}\n\n## A heading`))).toEqual(found),
  );

  test.each([
    ['a heading', '## A heading'],
    ['a listing', code(1)],
    ['a figure', '<DrawingFigure name="leak" caption="Words that are not counted." />'],
    ['a table of runs', '<ObservedTable name="a" />'],
    ['a table', '| a |\n| - |\n| b |'],
  ])('end at %s', (_what, block) =>
    expect(codes(chapter(`${words(20)}\n\n${block}\n\n${words(40)}`))).toEqual([
      'opening-words 20 words',
    ]),
  );

  test('count in links, code, claims and lists too', () => {
    const body = `${words(36)} [two words](/guide/x/) \`code\`\n\n- <Claim src="A" status="confirmed">last</Claim>`;
    expect(codes(chapter(body))).toEqual([]);
  });
});

describe('the first listing', () => {
  const after = (listing: string) => codes(chapter(`${words(50)}\n\n${listing}`));
  test.each([
    ['of eight lines', code(8), []],
    ['of nine', code(9), ['opening-code 9 lines']],
    ['in a shell', code(9, 'sh'), ['opening-code 9 lines']],
    ['after another', `${code(1)}\n\n${code(30)}`, []],
    ['is not its output', `${code(1)}\n\n${code(30, 'text output')}`, []],
    ['of eight lines and blank ones', code(8).replaceAll('a();\n', 'a();\n\n'), []],
  ])('%s', (_which, listing, found) => expect(after(listing)).toEqual(found));

  test('may fold any number of lines', () => {
    const folded = `\`\`\`ts run id="a"\n// hide\n${'b();\n'.repeat(40)}// show\n${'a();\n'.repeat(8)}\`\`\``;
    expect(after(folded)).toEqual([]);
  });
});

describe('goals and needs', () => {
  test('goals are asked of concepts alone', () => {
    const none = { goals: undefined };
    expect(codes(chapter(words(50), none))).toEqual(['goals-missing no goals']);
    expect(codes(chapter('', { ...none, group: 'Tables' }))).toEqual([]);
    expect(codes(chapter('', { ...none, concept: false }))).toEqual([]);
  });

  test('what is needed is there, and is another chapter', () => {
    const other = { ...chapter(''), route: '/guide/other/' };
    const page = chapter(words(50), { needs: ['/guide/other/', '/guide/own/', '/guide/others/'] });
    expect(checkOpening(page, GROUPS, [page, other])).toMatchObject([
      { code: 'need-route', received: '/guide/own/' },
      { code: 'need-route', received: '/guide/others/', remedy: 'Write /guide/other/.' },
    ]);
  });
});
