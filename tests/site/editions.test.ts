import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { builtSite } from './build.ts';

let folder = '';
let routes: string[] = [];
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const page = (route: string) => parseHtml(read(`${route}index.html`));

beforeAll(async () => {
  folder = await builtSite();
  const links = all(page('/'), '#contents details a[href]');
  routes = links.flatMap((link) => link.getAttribute('href') ?? []);
  routes = routes.filter((route) => /^\/(guide|reference)\/./.test(route));
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

/** A listing is a figure of HTML, and none of the guide: it has no number. */
const FIGURE = 'figure:not(.listing)';

test('the print edition has every chapter, every figure and every source of the guide', () => {
  const print = page('/print/');
  const guide = routes.filter((route) => route.startsWith('/guide/')).map(page);
  const titles = guide.map((one) => one.querySelector('h1')?.textContent);
  const inPrint = all(print, 'article > .chapter-head h2');
  expect(inPrint.map((one) => one.textContent)).toEqual(titles);
  const figures = guide.reduce((sum, one) => sum + all(one, FIGURE).length, 0);
  const captions = all(print, `${FIGURE} > figcaption`).map((one) => one.textContent ?? '');
  expect(captions.map((text) => Number(/^Figure (\d+)\. ./.exec(text)?.[1]))).toEqual(
    Array.from({ length: figures }, (_, i) => i + 1),
  );
  const sources = new Set(guide.flatMap((one) => all(one, '.sources li').map(({ id }) => id)));
  expect(print.querySelectorAll('.sources li').length).toBe(sources.size);
});

test('what a snippet draws and a kernel was seen to answer is marked in the page and in each edition', () => {
  const route = '/guide/one-mail-one-bug/';
  const marks = all(page(route), 'stage-snippet .snip-out a.seen');
  expect(marks.length).toBeGreaterThan(0);
  const print = all(page('/print/'), '.snip-out a.seen');
  for (const mark of marks) {
    const href = mark.getAttribute('href') ?? '';
    const [to = '', id = ''] = href.split('#');
    expect(page(to).getElementById(id), href).toBeTruthy();
    expect(read('guide/one-mail-one-bug.md')).toContain(`[${mark.textContent}](${href})`);
    expect(print.map((one) => one.textContent)).toContain(mark.textContent);
  }
  expect(page('/print/').querySelectorAll('[data-seen]').length).toBe(0);
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
