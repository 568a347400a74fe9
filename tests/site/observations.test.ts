import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readObservations } from '../../src/book/lists/observations.ts';
import { contentDir } from '../../src/book/places.ts';
import { agreement } from '../../src/observations/agreement.ts';
import { kernelRoute } from '../../src/observations/seen.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const { runs } = readObservations(contentDir());
const PAGES = [...new Set(runs.map(kernelRoute))];
const NEWEST = '/observations/7.3.4/';
/** In a family that is folded at first. */
const FOLDED = 'case-two-anonymous-then-pfnmap-hole-remap-cacheable-load-second';
const ROW = '[data-end]:not([hidden])';

/** A number with a space that does not break between its thousands. */
const counted = (n: number): string => n.toLocaleString('en');

test('the number to see first is that of the answers that were held against the model', async () => {
  const { agrees, differs } = agreement(runs);
  const page = await site.visit('/observations/', DESK);
  const number = page.locator('.agreed');
  expect(await number.innerText()).toMatch(
    new RegExp(
      `^${counted(agrees + differs)}\\s+answers of real kernels that the model was asked for too,\\s+${counted(differs)} differ$`,
    ),
  );
  const box = await number.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(DESK.viewport.height);
  await page.context().close();
});

test('the first page has the number too, and leads to what was asked', async () => {
  const { agrees, differs } = agreement(runs);
  const page = await site.visit('/', DESK);
  const number = page.locator('.agreed');
  expect(await number.innerText()).toContain(counted(agrees + differs));
  await number.locator('a').click();
  expect(new URL(page.url()).pathname).toBe('/observations/');
  await page.context().close();
});

test('the bar leads to the families that are chosen', async () => {
  const page = await site.visit(NEWEST, DESK);
  const bar = page.locator('.jump a');
  const all = await bar.count();
  await page.locator('.choices select').first().selectOption({ index: 1 });
  await expect.poll(() => bar.filter({ visible: true }).count()).toBeLessThan(all);
  const shown = await page.locator('.om-family:not([hidden])').count();
  // The runs are no family.
  expect(await bar.filter({ visible: true }).count()).toBe(shown + 1);
  await page.context().close();
});

test.each(PAGES)('%s is a map and not a scroll', async (path) => {
  const page = await site.visit(path, DESK);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6600);
  const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
  expect(html.length).toBeLessThan(455_000);
  await page.context().close();
});

describe('a map of cases', () => {
  test('is walked by arrow keys, from one stop in each table, and opens by Enter', async () => {
    const page = await site.visit(NEWEST, DESK);
    const tables = await page.locator('stage-cases table').count();
    expect(tables).toBeGreaterThan(10);
    expect(await page.locator('stage-cases summary[tabindex="0"]').count()).toBe(tables);
    // The heading of a table leads to itself; the stop after it is the table's.
    await page.locator('stage-cases a.self').first().focus();
    await page.keyboard.press('Tab');
    const rows = page.locator('stage-cases table').first().locator(`${ROW} summary`);
    const focused = (nth: number): Promise<boolean> =>
      rows.nth(nth).evaluate((summary) => summary === document.activeElement);
    expect(await focused(0)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await focused(1)).toBe(true);
    await page.keyboard.press('End');
    expect(await focused((await rows.count()) - 1)).toBe(true);
    await page.keyboard.press('Home');
    const words = page.locator('.om-words').first();
    expect(await words.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await words.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await words.locator(':focus').count()).toBe(1);
    await page.context().close();
  });

  test('shows what is chosen, keeps it in the address, and takes it to other kernels', async () => {
    const page = await site.visit(NEWEST, DESK);
    const all = await page.locator(ROW).count();
    await page.getByLabel('family').selectOption('replaced');
    await page.getByLabel('CPUs').selectOption('differ');
    expect(new URL(page.url()).search).toBe('?family=replaced&cpus=differ');
    const shown = page.locator(ROW);
    const count = await shown.count();
    expect(count).toBeGreaterThan(5);
    expect(await page.getByRole('status').textContent()).toBe(`${count} of ${all} rows`);
    // The family was folded, and is open now.
    expect(await shown.first().isVisible()).toBe(true);
    expect(await page.locator('stage-cases section:visible').count()).toBe(1);
    for (const row of await shown.all())
      expect((await row.getAttribute('data-end'))?.split(' ').length).toBeGreaterThan(1);
    await page.getByRole('link', { name: 'Linux 6.12.95' }).click();
    await page.waitForURL('**/observations/6.12.95/?family=replaced&cpus=differ');
    // On 6.12 no CPU answered otherwise than another.
    expect(await page.locator(ROW).count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator(ROW).count()).toBeGreaterThan(100);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  test('names a choice of the address that it does not know, and shows the rest', async () => {
    const page = await site.visit(`${NEWEST}?family=kangaroo&end=efault`, DESK);
    expect(await page.getByRole('status').textContent()).toMatch(
      /^No row for family "kangaroo"\. \d+ of \d+ rows$/,
    );
    for (const row of await page.locator(ROW).all())
      expect((await row.getAttribute('data-end'))?.split(' ')).toContain('efault');
    await page.context().close();
  });

  test.each([true, false])('opens the case that a link names; scripts: %s', async (scripts) => {
    const page = await site.visit(`${NEWEST}#${FOLDED}`, { ...DESK, javaScriptEnabled: scripts });
    const place = page.locator(`#${FOLDED}`);
    expect(await place.isVisible()).toBe(true);
    const box = await place.boundingBox();
    expect(box?.y).toBeGreaterThan(56);
    expect(box?.y).toBeLessThan(DESK.viewport.height);
    await page.context().close();
  });

  test('leads from an address of the tables before it to the same case', async () => {
    const page = await site.visit(
      '/observations/#seen-7.3.4-pfnmap-hole-remap-cacheable-load',
      DESK,
    );
    expect(await page.locator('#seen-pfnmap-hole-remap-cacheable-load').isVisible()).toBe(true);
    await page.context().close();
  });

  test('is whole without scripts, and has no controls that do nothing', async () => {
    const page = await site.visit(NEWEST, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.choices').isVisible()).toBe(false);
    const words = page.locator('.om-words').first();
    await page.locator('stage-cases table summary').first().click();
    expect(await words.isVisible()).toBe(true);
    await page.locator('.om-fold summary').first().click();
    expect(await page.locator('section[data-family=replaced] table').isVisible()).toBe(true);
    await page.context().close();
  });

  test('scrolls in its own frame on a phone, and its cases stay in sight', async () => {
    const page = await site.visit(NEWEST, { ...PHONE, hasTouch: true });
    const frame = page.locator('.om-frame').first();
    const name = frame.locator('tbody th').first();
    const caption = frame.locator('caption span');
    const before = [await name.boundingBox(), await caption.boundingBox()].map((box) => box?.x);
    await frame.evaluate((element) => element.scrollTo(300, 0));
    const after = [await name.boundingBox(), await caption.boundingBox()].map((box) => box?.x);
    expect(after).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  });

  test('is on paper with every family, and without controls', async () => {
    const page = await site.visit(NEWEST, DESK);
    await page.emulateMedia({ media: 'print' });
    const controls = page.locator('.choices :is(select, button):visible');
    expect(await controls.count()).toBe(0);
    for (const table of await page.locator('stage-cases table').all())
      expect(await table.isVisible()).toBe(true);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'has no axe violation where it is open, %s',
    async (theme) => {
      const page = await site.visit(NEWEST, { ...DESK, colorScheme: theme });
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll<HTMLDetailsElement>('.om-fold'))
          fold.open = true;
        for (const [i, row] of document
          .querySelectorAll<HTMLDetailsElement>('tr details')
          .entries())
          row.open = i % 12 === 0;
      });
      expect(await axeFindings(page, 'main')).toEqual([]);
      await page.context().close();
    },
  );
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('however many kernels stand in a map, its cases keep their room on %s', async (_, size) => {
  for (const path of ['/observations/', ...PAGES]) {
    const page = await site.visit(path, size);
    const widths = await page
      .locator('.om tbody th[scope=row]')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().width).filter((width) => width > 0),
      );
    expect(widths.length, path).toBeGreaterThan(0);
    expect(Math.min(...widths), path).toBeGreaterThanOrEqual(120);
    await page.context().close();
  }
});
