import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { builtSite } from './build.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

let folder = '';
let routes: string[] = [];
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const page = (route: string) => parseHtml(read(`${route}index.html`));

beforeAll(async () => {
  folder = await builtSite();
  const links = page('/').querySelectorAll('#contents a[href]');
  routes = [...links].flatMap((link) => link.getAttribute('href') ?? []);
  routes = routes.filter((route) => /^\/(guide|reference)\//.test(route));
});

test('each chapter has its Markdown, and llms.txt names it', () => {
  const list = read('llms.txt');
  expect(routes.length).toBeGreaterThan(10);
  for (const route of routes) {
    const file = route.replace(/\/$/, '.md');
    expect(existsSync(join(folder, file)), file).toBe(true);
    const title = page(route).querySelector('h1')?.textContent ?? '';
    expect(read(file).startsWith(`# ${title}\n`), file).toBe(true);
    expect(list).toContain(`${file})`);
  }
});

test('the print edition has every chapter, every figure and every source of the guide', () => {
  const print = page('/print/');
  const guide = routes.filter((route) => route.startsWith('/guide/')).map(page);
  const titles = guide.map((one) => one.querySelector('h1')?.textContent);
  const inPrint = [...print.querySelectorAll('article > .chapter-head h2')];
  expect(inPrint.map((one) => one.textContent)).toEqual(titles);
  const figures = guide.reduce((sum, one) => sum + one.querySelectorAll('figure').length, 0);
  const captions = [...print.querySelectorAll('figcaption')].map((one) => one.textContent ?? '');
  expect(captions.map((text) => Number(/^Figure (\d+)\. ./.exec(text)?.[1]))).toEqual(
    Array.from({ length: figures }, (_, i) => i + 1),
  );
  const sources = new Set(
    guide.flatMap((one) => [...one.querySelectorAll('.sources li')].map(({ id }) => id)),
  );
  expect(print.querySelectorAll('.sources li').length).toBe(sources.size);
});

test('the feed has an entry for each chapter, newest first', () => {
  const document = parseHtml(read('rss.xml'));
  const items = all(document, 'item');
  const links = items.map((item) => item.querySelector('guid')?.textContent ?? '');
  for (const route of routes)
    expect(
      links.some((link) => link.includes(route)),
      route,
    ).toBe(true);
  const dates = items.map((item) => Date.parse(item.querySelector('pubDate')?.textContent ?? ''));
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
});
