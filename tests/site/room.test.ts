import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHtml } from '../../src/editions/dom.ts';
import { onPaths, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test('every sentence of a chapter stands in a paragraph, and no paragraph in a sentence', async () => {
  const faults: string[] = [];
  for (const path of await site.paths()) {
    if (!/^\/(guide|reference)\/./.test(path)) continue;
    const html = parseHtml(readFileSync(join(site.folder, path, 'index.html'), 'utf8'));
    const loose = [...html.querySelectorAll('[class^="claim-"]')].filter((claim) =>
      /^(SECTION|ARTICLE|DETAILS|DIV)$/.test(claim.parentElement?.nodeName ?? ''),
    );
    const blocks = html.querySelectorAll('span > p, span > ul, span > ol, p > p');
    if (loose.length + blocks.length > 0)
      faults.push(`${path}: ${[...loose, ...blocks].map((one) => one.textContent).join(' | ')}`);
  }
  expect(faults).toEqual([]);
});

test('a blank stands between a sentence and the words that follow it in another element', async () => {
  const faults: string[] = [];
  for (const path of await site.paths()) {
    if (!path.endsWith('/')) continue;
    const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
    const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? '';
    // A status, a tick and a place on a path have room by their style.
    const glued = main.matchAll(
      /[a-z]{3,}[.:;,]<(?:a|b|em|strong|span)\b(?! class="(?:status|tick)"| data-path)[^>]*>\w+/g,
    );
    faults.push(...[...glued].map(([words]) => `${path}: ${words}`));
  }
  expect(faults).toEqual([]);
});

/** Tables that are wider than a phone, of each kind. */
const WIDE = [
  '/guide/entries-typed-apart/',
  '/guide/asking-the-host/',
  '/guide/what-kvm-decides/',
  '/reference/capability/',
];

test('on a phone no cell that is out of sight makes its row high', async () => {
  const high: string[] = [];
  await onPaths(WIDE, async (path) => {
    const page = await site.visit(path, PHONE);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.frame')].flatMap((frame) => {
        const edge = frame.getBoundingClientRect().right;
        const needs = (cell: HTMLElement): number => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().height;
        };
        return [...frame.querySelectorAll('tr')].flatMap((row) => {
          const cells = [...row.cells];
          const seen = cells.filter((cell) => cell.getBoundingClientRect().left < edge - 24);
          const most = Math.max(...seen.map(needs));
          const all = Math.max(...cells.map(needs));
          return all > most + 80 ? [`${row.id}: ${most} of ${all}`] : [];
        });
      }),
    );
    high.push(...found.map((one) => `${path} ${one}`));
    await page.context().close();
  });
  expect(high).toEqual([]);
});
