import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { readGlossary } from '../../src/book/lists/glossary.ts';
import { marksPlugin } from '../../src/book/astro/marks-plugin.ts';
import { besideTerms, TermIndex, termsOf } from '../../src/book/astro/term-marks.ts';
import type { Page } from '../../src/book/page/page.ts';
import { termId } from '../../src/book/lists/term.ts';

const content = join(import.meta.dirname, 'fixtures/ok/glossary');
const { terms } = readGlossary(content, new Set(['V10-6']));
const index = new TermIndex(terms);

/** What a page becomes: the terms with their words, and the claims with their numbers. */
async function compile(text: string): Promise<{ terms: string[]; claims: string[] }> {
  const { code } = await mdxToJs(text, { mdastPlugins: [marksPlugin(() => index)], jsx: true });
  const plain = code.replace(/\{"([^"]*)"\}/g, '$1').replace(/<\/?_components\.\w+>/g, '`');
  const found = [...plain.matchAll(/<Term[^>]*\sid="([^"]*)"[^>]*>([^<]*)</g)];
  return {
    terms: found.map(([, id, words]) => `${id} ${words}`),
    claims: [...plain.matchAll(/<Claim[^>]*\sn="(\d+)"/g)].map(([, n = '']) => n),
  };
}

describe('terms of a page', () => {
  test('are marked where prose first names them, each once', async () => {
    const text = readFileSync(`${content}/guide/page.mdx`, 'utf8').replace(/^---[^]*?---/, '');
    expect((await compile(text)).terms).toEqual([
      'host-stage-2 host stage 2',
      'pkvm pKVM',
      'stage-2 stage 2',
      'fwb `FWB`',
      'vma VMAs',
      'poc PoC',
      'feat-mte-perm `FEAT_MTE_PERM`',
    ]);
  });

  test('are those that the book knows of it', { timeout: 120_000 }, async () => {
    const book = await checkBook(content);
    const text = readFileSync(`${content}/guide/page.mdx`, 'utf8').replace(/^---[^]*?---/, '');
    const marked = (await compile(text)).terms.map((words) => words.split(' ')[0]);
    expect(book.terms.get('/guide/page/')?.toSorted()).toEqual(marked.toSorted());
  });

  test('do not stand inside longer words, or in other capitals', async () => {
    const { terms: found } = await compile('FWBs, NOFWB, FWB2, non-FWB, FWB-only, fwb, Stage 2.');
    expect(found).toEqual(['stage-2 Stage 2']);
  });

  test('of claims that stand alone', async () => {
    const claim = (words: string) => `<Claim src="A" status="confirmed">${words}</Claim>`;
    const text = [
      `${claim('One FWB.')} ${claim('Two.')}\n${claim('Three.')}`,
      claim('Four.'),
      `<Claim src="A" status="confirmed">\n\nFive.\n\n1. list\n\n</Claim>`,
    ].join('\n\n');
    const { code } = await mdxToJs(text, { mdastPlugins: [marksPlugin(() => index)], jsx: true });
    const html = (/return <>([^]*?)<\/>;\n/.exec(code)?.[1] ?? '').replace(/\{"([^"]*)"\}/g, '$1');
    const shape = html.replace(/ (?:src|status|id)="[^"]*"/g, '').replaceAll('_components.', '');
    expect(shape.replaceAll(String.raw`\n`, '')).toBe(
      '<p><Claim n="1">One <Term>FWB</Term>.</Claim> <Claim n="2">Two.</Claim> <Claim n="3">Three.</Claim></p>' +
        '<p><Claim n="4">Four.</Claim></p>' +
        '<Claim n="5"><p>Five.</p><ol><li>list</li></ol></Claim>',
    );
  });

  test('keep every word of the page, in order', async () => {
    const text = 'A VMA (FWB): *stage 2* of a `FWB`, VMA.';
    const { code } = await mdxToJs(text, { mdastPlugins: [marksPlugin(() => index)], jsx: true });
    const body = /return (<[^]*?>);\n/.exec(code)?.[1] ?? '';
    const words = body.replace(/\{"([^"]*)"\}/g, '$1').replace(/<[^>]*>/g, '');
    expect(words).toBe('A VMA (FWB): stage 2 of a FWB, VMA.');
  });
});

describe('terms of captions', () => {
  const page = (captions: Record<number, string>, prose: Record<number, string>): Page =>
    ({
      elements: Object.entries(captions).map(([line, caption]) => ({
        name: 'DrawingFigure',
        line: Number(line),
        text: '',
        attributes: new Map([['caption', caption]]),
      })),
      prose: Object.entries(prose).map(([line, value]) => ({
        line: Number(line),
        value,
        code: false,
      })),
    }) as unknown as Page;

  test('are linked where a caption names them before the prose, each once', () => {
    const one = page({ 2: 'FWB and a VMA.', 9: 'FWB, stage 2.' }, { 5: 'A VMA.' });
    expect(besideTerms(one, index)).toEqual({
      'FWB and a VMA.': [
        { id: 'fwb', from: 0, to: 3 },
        { id: 'vma', from: 10, to: 13 },
      ],
      'FWB, stage 2.': [{ id: 'stage-2', from: 5, to: 12 }],
    });
    expect(termsOf(one, index)).toEqual(['vma', 'fwb', 'stage-2']);
  });

  test('are left alone where the prose above has named them', () => {
    const one = page({ 7: 'FWB and a VMA.' }, { 3: 'FWB.', 9: 'VMA.' });
    expect(besideTerms(one, index)).toEqual({
      'FWB and a VMA.': [{ id: 'vma', from: 10, to: 13 }],
    });
  });
});

test('terms of a list of reasons are linked in its texts, each at its first place', () => {
  const lists = ['KVM_RUN', 'KVM_SET_USER_MEMORY_REGION'].map((call, i) => ({
    name: 'Reasons',
    line: 3 + i,
    text: '',
    attributes: new Map([
      ['call', call],
      ['errno', call === 'KVM_RUN' ? 'EFAULT' : 'EINVAL'],
    ]),
  }));
  const one = { elements: lists, prose: [] } as unknown as Page;
  const places = Object.entries(besideTerms(one, index)).filter(([, spans]) => spans.length > 0);
  const words = places.flatMap(([text, spans]) =>
    spans.map(({ from, to }) => text.slice(from, to)),
  );
  expect(words).toContain('VMA');
  expect(new Set(words).size).toBe(words.length);
  expect(termsOf(one, index)).toContain('vma');
});

test('a list of reasons that triage does not take has no terms', () => {
  const list = {
    name: 'Reasons',
    line: 3,
    text: '',
    attributes: new Map([['call', 'VMA']]),
  };
  expect(besideTerms({ elements: [list], prose: [] } as unknown as Page, index)).toEqual({});
});

test('claims are numbered in the order of the page', async () => {
  const text =
    '<Claim src="A" status="confirmed">One.</Claim> Then <Claim src="A" status="inferred">two</Claim>.' +
    '\n\n- <Claim src="A" status="confirmed">Three: a VMA.</Claim>\n\n<Claim src="A" status="unknown">\n\nFour.\n\n</Claim>\n';
  const { claims, terms: found } = await compile(text);
  expect(claims).toEqual(['1', '2', '3', '4']);
  expect(found).toEqual(['vma VMA']);
});

test.each([
  ['combining rule (FWB=0)', 'combining-rule-fwb-0'],
  ['user_mem_abort()', 'user-mem-abort'],
  ['set/way operation', 'set-way-operation'],
])('the anchor of %s is %s', (word, id) => expect(termId(word)).toBe(id));
