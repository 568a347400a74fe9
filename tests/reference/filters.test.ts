import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { DESK, PHONE, Site } from '../site/browser.ts';
import { axeFindings } from '../support/axe.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const MAIR = '/reference/mair-byte/';
const shown = (page: Page) => page.locator('#all-bytes ~ figure tbody tr[id]:visible').count();
const count = (page: Page) => page.locator('#all-bytes ~ figure .tab-count').textContent();

test('a filter is set by keyboard, counts its rows, and stands in the address', async () => {
  const page = await site.visit(MAIR, DESK);
  const select = page.locator('[name="mair.memory"]');
  await select.focus();
  await page.keyboard.type('Device-nGnRE');
  await expect.poll(() => shown(page)).toBe(2);
  expect(await count(page)).toBe('2 of 256 rows');
  expect(new URL(page.url()).searchParams.get('mair.memory')).toBe('device-ngnre');
  await page.locator('[name="mair.needs"]').focus();
  await page.keyboard.type('FEAT_XS');
  await expect.poll(() => shown(page)).toBe(1);
  expect(await page.locator('.tab-group:visible').count()).toBe(1);
  await page.getByRole('button', { name: 'Show all' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toBe(256);
  expect(await count(page)).toBe('256 rows');
  expect(new URL(page.url()).search).toBe('');
  expect(page.faults.errors).toEqual([]);
});

test('FWB, a family and a MemAttr leave one row of the combining table', async () => {
  const page = await site.visit('/reference/combining/', DESK);
  const table = page.locator('stage-table').first();
  await table.locator('[data-key=fwb]').selectOption('1');
  await table.locator('[data-key=s1]').selectOption('NC');
  await table.locator('[data-key=s2]').selectOption('0110');
  await expect.poll(() => table.locator('tr[id]:visible').count()).toBe(1);
  expect(await table.locator('tr[id]:visible .mem').textContent()).toBe('WB');
  const link = page.url();
  const other = await site.visit(link.slice(site.url.length), DESK);
  const rows = other.locator('stage-table').first().locator('tr[id]:visible');
  await expect.poll(() => rows.count()).toBe(1);
});

test('what is set is listed, and each can be taken back', async () => {
  const page = await site.visit(MAIR, DESK);
  const chips = page.getByRole('list', { name: 'What is set' }).getByRole('button');
  const memory = page.locator('[name="mair.memory"]');
  const quiet = await memory.evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await chips.count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Show all' }).isVisible()).toBe(false);
  await memory.selectOption('wb');
  await page.locator('[name="mair.needs"]').selectOption({ index: 1 });
  await page.locator('[name="mair.inner"]').selectOption('wb');
  expect(await memory.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(quiet);
  await expect
    .poll(() => chips.allTextContents())
    .toEqual([
      'Memory: WB',
      'Inner: WB',
      `Needs: ${await page.locator('[name="mair.needs"]').locator('option:checked').textContent()}`,
    ]);
  expect(await axeFindings(page, 'stage-table')).toEqual([]);

  await chips.nth(1).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('[name="mair.inner"]').inputValue()).toBe('');
  expect(new URL(page.url()).searchParams.has('mair.inner')).toBe(false);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await focused()).toMatch(/^Remove Needs: /);
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Remove Memory: WB');
  await page.keyboard.press('Enter');
  expect(await memory.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await count(page)).toBe('256 rows');
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

test('where no row is left the table says so, and shows all again', async () => {
  const page = await site.visit(`${MAIR}?mair.memory=nc&mair.outer=wb`, DESK);
  const line = page.locator('.tab-empty:visible');
  await expect.poll(() => line.allTextContents()).toEqual(['No row. Show all']);
  expect(await count(page)).toBe('0 of 256 rows');
  expect(await axeFindings(page, 'stage-table')).toEqual([]);
  await line.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await shown(page)).toBe(256);
  expect(await line.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
    'mair.memory',
  );
  await page.context().close();
});

test.each([
  ['a desk', DESK],
  ['a tablet', { viewport: { width: 768, height: 900 } }],
])('at %s a table that fits has its head in sight while the page scrolls', async (_, size) => {
  const page = await site.visit(`${MAIR}#mair-0x80`, size);
  const head = page.locator('#all-bytes ~ figure thead');
  const bottom = await page.locator('header.top').evaluate((one) => {
    return one.getBoundingClientRect().bottom;
  });
  await expect
    .poll(async () => Math.round((await head.boundingBox())?.y ?? 0))
    .toBeLessThan(bottom + 5);
  expect((await head.boundingBox())?.y).toBeGreaterThan(bottom - 5);
  await page.context().close();
});

test('a link with a value that no filter has says so, and shows all rows', async () => {
  const page = await site.visit(`${MAIR}?mair.memory=lava&mair.needs=feat-xs`, DESK);
  // The table answers once its script has come.
  await expect
    .poll(() => count(page))
    .toMatch(
      /^The link gives "lava" for mair.memory; expected device-ngnrne, .*wb.* 6 of 256 rows$/,
    );
  expect(await shown(page)).toBe(6);
});

describe('a row', () => {
  test('is led to by its address', async () => {
    const page = await site.visit(`${MAIR}#mair-0xf0`, DESK);
    const row = page.locator('#mair-0xf0');
    expect(await row.evaluate((one) => one.matches(':target'))).toBe(true);
    await expect.poll(async () => (await row.boundingBox())?.y).toBeGreaterThan(60);
    expect((await row.boundingBox())?.y).toBeLessThan(DESK.viewport.height);
  });

  test('that a filter of the same address hides is shown, with all others', async () => {
    const page = await site.visit(`${MAIR}?mair.memory=nc#mair-0xf0`, DESK);
    await expect.poll(() => shown(page)).toBe(256);
    const box = await page.locator('#mair-0xf0').boundingBox();
    expect(box?.y).toBeGreaterThan(60);
    expect(box?.y).toBeLessThan(DESK.viewport.height);
  });

  test('is reached by arrow keys; a table is one stop for Tab', async () => {
    const page = await site.visit(`${MAIR}?mair.needs=feat-xs`, DESK);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('0x01');
    for (const [key, byte] of [
      ['ArrowDown', '0x05'],
      ['End', '0xA0'],
      ['ArrowDown', '0xA0'],
      ['Home', '0x01'],
      ['ArrowUp', '0x01'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(), key).toBe(byte);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('stage-table'))).toBeNull();
  });
});

test('without scripts every row is there, and no control that is dead', async () => {
  for (const path of (await site.paths()).filter((one) => one.startsWith('/reference/'))) {
    const page = await site.visit(path, { ...DESK, javaScriptEnabled: false });
    const [all, visible] = [
      await page.locator('tr[id]').count(),
      await page.locator('tr[id]:visible').count(),
    ];
    expect(visible, path).toBe(all);
    for (const control of ['.tab-controls', 'stage-decode input', 'stage-decode button'])
      expect(await page.locator(`${control}:visible`).count(), `${path} ${control}`).toBe(0);
    await page.context().close();
  }
});

test('on a phone a table scrolls in its own frame, under its own head', async () => {
  const page = await site.visit('/reference/combining/', PHONE);
  const frame = page.locator('.tab-frame').first();
  const { border, height } = await frame.evaluate((one) => ({
    border: getComputedStyle(one).borderTopStyle,
    height: one.clientHeight,
  }));
  expect(border).toBe('solid');
  expect(height).toBeLessThan(PHONE.viewport.height);
  await frame.evaluate((one) => one.scrollTo(0, 900));
  const top = (of: string) =>
    frame
      .locator(of)
      .first()
      .evaluate((one) => one.getBoundingClientRect().top);
  expect(await top('thead')).toBeCloseTo((await frame.boundingBox())?.y ?? 0, -1);
});

test('no page of the reference scrolls sideways, at any width', async () => {
  const page = await site.visit('/', { viewport: { width: 360, height: 800 } });
  for (const path of (await site.paths()).filter((one) => one.startsWith('/reference/'))) {
    await page.goto(path);
    for (const width of [360, 768, 1024, 1248, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      // A table that no longer fits its frame is told so by the frame after.
      const found = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(found, { message: `${path} ${width}` }).toBe(width);
    }
  }
});

test('on paper a table is whole and has no controls', async () => {
  const page = await site.visit('/reference/faults/', PHONE);
  await page.emulateMedia({ media: 'print' });
  const frame = page.locator('.tab-frame').first();
  expect(await frame.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
  expect(await page.locator('.tab-controls select:visible').count()).toBe(0);
});
