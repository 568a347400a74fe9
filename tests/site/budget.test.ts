import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, onPaths, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const KB = 1024;

/** Bytes of a page's load as sent with gzip, by kind; scripts inside the page count as scripts. */
async function weigh(path: string): Promise<Record<'script' | 'style' | 'font', number>> {
  const page = await site.visit('/robots.txt', DESK);
  const weight = { script: 0, style: 0, font: 0 };
  const bodies: Promise<void>[] = [];
  const weighOne = (response: Response): void => {
    const kind = response.request().resourceType();
    const add = (to: keyof typeof weight, pack: boolean) =>
      bodies.push(
        response.body().then((body) => void (weight[to] += (pack ? gzipSync(body) : body).length)),
      );
    if (kind === 'script') add('script', true);
    if (kind === 'stylesheet') add('style', true);
    if (kind === 'font') add('font', false);
  };
  page.on('response', weighOne);
  await page.goto(path, { waitUntil: 'networkidle' });
  // What comes later is no part of the load, and its body is gone when the page closes.
  page.off('response', weighOne);
  await Promise.all(bodies);
  const inline = await page.evaluate(() => [
    [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent),
    [...document.querySelectorAll('style')].map(({ textContent }) => textContent),
  ]);
  const packed = (texts: readonly (string | null)[]) =>
    texts.reduce((sum, text) => sum + gzipSync(text ?? '').length, 0);
  weight.script += packed(inline[0] ?? []);
  weight.style += packed(inline[1] ?? []);
  await page.context().close();
  return weight;
}

test('each page keeps its budget before anything is touched', async () => {
  const paths = (await site.paths()).filter((one) => one !== '/404.html');
  await onPaths(paths, async (path) => {
    const { script, style, font } = await weigh(path);
    expect(style, path).toBeGreaterThan(0);
    expect(script, `script of ${path}`).toBeLessThanOrEqual(6 * KB);
    expect(style, `style of ${path}`).toBeLessThanOrEqual(8 * KB);
    expect(font, `fonts of ${path}`).toBeLessThanOrEqual(70 * KB);
  });
});

test('the shell alone has at most 2.5 KB of script', async () => {
  expect((await weigh('/sources/')).script).toBeLessThanOrEqual(2.5 * KB);
});

test('nothing of the search is loaded before it is opened', async () => {
  const page = await site.visit('/', DESK);
  await page.waitForTimeout(300);
  expect(page.faults.requests.filter((path) => path.includes('pagefind'))).toEqual([]);
});
