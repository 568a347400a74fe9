import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { downloadOf } from '../support/download.ts';
import { DESK, Site } from './browser.ts';

let site: Site;
let html: Document;
beforeAll(async () => {
  site = await Site.open();
  html = parseHtml(readFileSync(join(site.folder, 'evidence/index.html'), 'utf8'));
});
afterAll(() => site.close());

/** The last place of its kind: below many folds that are closed. */
const last = (selector: string): string => all(html, selector).at(-1)?.id ?? '';

test.each(['.of-rules tr[id]', '.of-rows tr[id]', '.claims > li', '.claims span[id]'])(
  'a link to a place of %s opens its fold and has it in sight, later too',
  async (selector) => {
    const page = await site.visit(`/evidence/#${last(selector)}`, DESK);
    const place = page.locator(`[id="${last(selector)}"]`);
    const seen = () =>
      place.evaluate((one) => {
        const { top } = one.getBoundingClientRect();
        return one.checkVisibility() && top >= 0 && top < innerHeight;
      });
    await expect.poll(seen).toBe(true);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = false;
      location.hash = '';
    });
    await page.evaluate((id) => void (location.hash = id), last(selector));
    await expect.poll(seen).toBe(true);
  },
);

test('a link to a chapter opens its claims', async () => {
  const page = await site.visit(`/evidence/#${last('details[id]')}`, DESK);
  await expect.poll(() => page.locator('details:target').getAttribute('open')).toBe('');
});

test('is a quarter as high folded, and one press opens all, for a search in the page', async () => {
  const page = await site.visit('/evidence/', { viewport: { width: 320, height: 740 } });
  const high = () => page.evaluate(() => document.documentElement.scrollHeight);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  const before = await high();
  expect(await wide()).toBe(320);
  await page.getByRole('button', { name: 'Open all parts' }).click();
  expect(await high()).toBeGreaterThan(4 * before);
  expect(await wide()).toBe(320);
  await page.getByRole('button', { name: 'Close all parts' }).click();
  expect(await page.locator('article details[open]').count()).toBe(0);
});

test('on paper every fold is open', async () => {
  const page = await site.visit('/evidence/', DESK);
  await page.emulateMedia({ media: 'print' });
  for (const fold of await page.locator('article details:not([open]) > :not(summary)').all())
    expect((await fold.boundingBox())?.height).toBeGreaterThan(0);
});

test('a table in a closed fold leaves as in an open one, and its cells can be walked', async () => {
  const page = await site.visit('/evidence/', DESK);
  const name = await page.locator('details:not([open]) .frame').first().getAttribute('aria-label');
  const taken = async (): Promise<string> => {
    await page.getByRole('link', { name: 'Tables and figures of this page' }).click();
    const save = page.getByRole('button', { name: `Save CSV: ${name}` });
    const csv = await downloadOf(page, () => save.click());
    return readFile(await csv.path(), 'utf8');
  };
  const closed = await taken();
  await page.getByRole('button', { name: `Link to a cell: ${name}` }).click();
  expect(await page.evaluate(() => document.activeElement?.closest('details')?.open)).toBe(true);
  expect(await taken()).toBe(closed);
});
