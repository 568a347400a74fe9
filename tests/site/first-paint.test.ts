import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetsOf } from '../../src/sheets/html.ts';
import { PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const htmlOf = (path: string): string =>
  readFileSync(join(site.folder, path, 'index.html'), 'utf8');

test('the pages that readers enter by bring their sheet, and others ask for it', async () => {
  const brings = (await site.paths()).filter(
    (path) => path.endsWith('/') && htmlOf(path).includes('<style data-sheet='),
  );
  const chapters = brings.filter((path) => /^\/(guide|reference)\/[^/]+\/$/.test(path));
  expect(brings.filter((path) => !chapters.includes(path))).toEqual(['/', '/workbench/']);
  expect(chapters.length).toBeGreaterThan(40);
  for (const path of brings) expect(htmlOf(path), path).not.toMatch(/<link[^>]* data-inline/);
});

test.each(['/', '/guide/one-mail-one-bug/', '/workbench/'])(
  '%s is painted in its own style before any sheet has come',
  async (path) => {
    const page = await site.visit('/robots.txt', PHONE);
    const asked: string[] = [];
    await page.route('**/*.css', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.abort();
    });
    await page.goto(path, { waitUntil: 'load' });
    const own = sheetsOf(htmlOf(path))[0] ?? '';
    expect(asked).not.toContain(own);
    const [top, hidden] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.top') as Element).display,
      getComputedStyle(document.querySelector('.skip') as Element).position,
    ]);
    expect([top, hidden]).toEqual(['flex', 'absolute']);
    expect(page.faults.errors.filter((one) => /content security/i.test(one))).toEqual([]);
    await page.context().close();
  },
);

test('the front page paints its bar together with its first words', async () => {
  const slow = await Site.open(60);
  try {
    const page = await slow.visit('/', PHONE);
    const first = await page.evaluate(
      () =>
        new Promise<string | undefined>((found) => {
          type Largest = PerformanceEntry & { element: Element | null };
          new PerformanceObserver((list) => {
            const [one] = list.getEntries() as Largest[];
            found(one?.element?.closest('main, header')?.localName);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
    expect(first).toBe('main');
  } finally {
    await slow.close();
  }
});
