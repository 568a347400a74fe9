import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawCard } from '../../src/previews/card.ts';
import { drawPreviews } from '../../src/previews/draw.ts';
import { looks } from '../../src/previews/looks.ts';
import { paint, resolve } from '../../src/previews/paint.ts';
import { readPage } from '../../src/previews/read-page.ts';
import { previewRoute } from '../../src/previews/route.ts';
import { rulesOf } from '../../src/previews/rules.ts';

const pageOf = (title: string, drawing = ''): string =>
  `<html><head><meta property="og:title" content="${title}"><meta property="og:description" content="What &amp; why."></head><body>${drawing}</body></html>`;
const svg = (inside: string): string =>
  `<svg class="sg" viewBox="0 0 360 100" role="img" aria-label="A picture">${inside}</svg>`;

describe('rules', () => {
  test('are read without what is for paper, each way of :is() by itself, the weakest first', () => {
    const css = `@layer figure; /* no */ .a :is(b, .c) { fill: red } b { stroke: x; } @media print { b { fill: none } }`;
    expect(rulesOf(css).map(({ selector, declarations }) => [selector, declarations])).toEqual([
      ['b', [['stroke', 'x']]],
      ['.a b', [['fill', 'red']]],
      ['.a .c', [['fill', 'red']]],
    ]);
  });

  test('give the light side, and what a variable stands for or falls back to', () => {
    const values = new Map([
      ['--ink', 'light-dark(#111, #eee)'],
      ['--c', 'var(--ink)'],
    ]);
    expect(resolve('var(--c)', values)).toBe('#111');
    expect(resolve('var(--none, var(--ink))', values)).toBe('#111');
    expect(resolve('3px', values)).toBe('3px');
  });
});

describe('a drawing', () => {
  const { tokens, rules } = looks();

  test('carries the colours of the kind of memory in which its parts stand', () => {
    const leaf = '<g class="sg-leaf mem-wb"><rect width="9" height="9"></rect></g>';
    // The light --mem-wb of tokens.css.
    expect(paint(svg(leaf), rules, tokens)).toMatch(/<rect[^>]* fill="#0b5663"/);
    const plain = '<g class="sg-wire"><polyline points="0,0 9,9"></polyline></g>';
    expect(paint(svg(plain), rules, tokens)).toMatch(/<g class="sg-wire" stroke="#171b1d"/);
  });

  test('leaves out what is not there, and writes code in the letters of code', () => {
    const parts = '<g class="sg-off"></g><g class="sg-tile"><text>zeros</text></g>';
    const painted = paint(svg(parts), rules, tokens);
    expect(painted).toMatch(/<g class="sg-off" display="none"/);
    expect(painted).toMatch(/<text[^>]*font-family="'IBM Plex Mono'"/);
    expect(painted).not.toMatch(/var\(|light-dark|undefined/);
  });

  test('is the first of its page; of a story, as it ends', () => {
    const figure = (...pictures: string[]) => `<figure>${pictures.join('')}</figure>`;
    const [one, two, three] = ['<a></a>', '<b></b>', '<i></i>'].map(svg);
    const html = pageOf('T', figure(one ?? '', two ?? '') + figure(three ?? ''));
    expect(readPage(html)).toEqual({ title: 'T', description: 'What &amp; why.', drawing: two });
    expect(readPage(pageOf('T')).drawing).toBeNull();
  });
});

test('a card has every word of its title, and says where words are left out', () => {
  const title = 'VM_ALLOW_ANY_UNCACHED and a title that goes on for longer than any other one does';
  const description = 'word '.repeat(200).trim();
  for (const drawing of [null, svg('')]) {
    const card = drawCard({ title, description, drawing }, () => '#000');
    const words = [...card.matchAll(/<text[^>]*SemiBold[^>]*>([^<]*)</g)].map(([, line]) => line);
    expect(words.slice(1).join(' ')).toBe(title);
    expect(card).toMatch(/word …</);
    const lowest = [...card.matchAll(/<text x="64" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.max(...lowest)).toBeLessThan(600);
  }
});

test('only chapters have one of their own', () => {
  expect(previewRoute('/guide/mte/')).toBe('/previews/guide-mte.png');
  expect(previewRoute('/reference/api/kvm/')).toBe('/previews/reference-api-kvm.png');
  for (const route of ['/', '/guide/', '/reference/', '/404.html', '/sources/SEED/'])
    expect(previewRoute(route)).toBe('/preview.png');
});

describe('the pictures of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'previews-'));
  const kept = join(folder, 'kept');
  const at = (name: string) => join(folder, 'previews', name);
  const write = (route: string, html: string): void => {
    mkdirSync(join(folder, route), { recursive: true });
    writeFileSync(join(folder, route, 'index.html'), html);
  };
  beforeAll(() => {
    write('guide', pageOf('Guide'));
    write(
      'guide/one',
      pageOf('One', svg('<g class="sg-secret"><polygon points="0,0 90,0 90,90"></polygon></g>')),
    );
    write('guide/two', pageOf('Two'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are 1200 by 630, one a chapter, the same bytes when they were kept and when not', async () => {
    expect(await drawPreviews(folder, kept)).toBe(2);
    const cold = readFileSync(at('guide-one.png'));
    expect(cold.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([cold.readUInt32BE(16), cold.readUInt32BE(20)]).toEqual([1200, 630]);
    rmSync(join(folder, 'previews'), { recursive: true });
    await drawPreviews(folder, kept);
    expect(readFileSync(at('guide-one.png')).equals(cold)).toBe(true);
    await drawPreviews(folder, join(folder, 'other'));
    expect(readFileSync(at('guide-one.png')).equals(cold)).toBe(true);
    expect(readFileSync(at('guide-two.png')).equals(cold)).toBe(false);
  });

  test('follow the page', async () => {
    const before = readFileSync(at('guide-two.png'));
    write('guide/two', pageOf('Two, and more'));
    await drawPreviews(folder, kept);
    expect(readFileSync(at('guide-two.png')).equals(before)).toBe(false);
  });
});
