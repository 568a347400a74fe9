import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const SHOWN = '[data-kind]:not([hidden])';

describe('the debate', () => {
  test('shows each position with a link to its mail', async () => {
    const page = await site.visit('/debate/', { javaScriptEnabled: false });
    const held = page.locator('.db-held');
    expect(await held.count()).toBeGreaterThan(60);
    const bare = held.filter({ hasNot: page.locator('.db-cites a[href^="https://lore."]') });
    expect(await bare.allTextContents()).toEqual([]);
    await page.context().close();
  });

  test('opens with a table of who held what, a list on a phone, each word a link to its place', async () => {
    for (const size of [DESK, PHONE]) {
      const page = await site.visit('/debate/', size);
      const first = page.locator('.db-overview td a').first();
      const target = await first.getAttribute('href');
      await first.click();
      expect(await page.locator(`${target}`).isVisible()).toBe(true);
      expect(await page.getByRole('rowheader', { name: 'Landed code' }).count()).toBe(1);
      await page.context().close();
    }
  });

  test('says where words are known through a quotation', async () => {
    const page = await site.visit('/debate/', { javaScriptEnabled: false });
    const quoted = page.locator('#fallback-or-error-sean-christopherson-2');
    expect(await quoted.textContent()).toMatch(/as quoted by Jason Gunthorpe, 31 Mar 2025/);
    await page.context().close();
  });
});

describe('the timeline', () => {
  test('is whole and without controls where there is no script', async () => {
    const page = await site.visit('/timeline/?person=will-deacon', { javaScriptEnabled: false });
    const all = await page.locator('[data-kind]').count();
    expect(all).toBeGreaterThan(80);
    expect(await page.locator(SHOWN).count()).toBe(all);
    expect(await page.locator('stage-timeline select').first().isVisible()).toBe(false);
    await page.context().close();
  });

  test('is chosen from by keyboard, says how many are left, and keeps it in the address', async () => {
    const page = await site.visit('/timeline/', DESK);
    const all = await page.locator('[data-kind]').count();
    await page.locator('select[name=person]').focus();
    await page.keyboard.type('Will');
    await page.waitForURL('**/timeline/?person=will-deacon');
    const shown = page.locator(SHOWN);
    const count = await shown.count();
    expect(count).toBeGreaterThan(1);
    for (const text of await shown.allTextContents()) expect(text).toMatch(/Will Deacon/);
    expect(await page.getByRole('status').textContent()).toBe(`${count} of ${all} entries`);
    for (const year of await page.locator('stage-timeline section:not([hidden])').all())
      expect(await year.locator(SHOWN).count()).toBeGreaterThan(0);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await shown.count()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  test('closes what would leave nothing', async () => {
    const page = await site.visit('/timeline/?person=will-deacon', DESK);
    for (const option of await page.getByLabel('kind').locator('option:enabled').all()) {
      await page.getByLabel('kind').selectOption((await option.getAttribute('value')) ?? '');
      expect(await page.locator(SHOWN).count()).toBeGreaterThan(0);
    }
    const shut = page.getByLabel('kind').locator('option[value=posting]');
    expect(await shut.isDisabled()).toBe(true);
    await page.context().close();
  });

  test('names a choice of the address that it does not know, and shows the rest', async () => {
    const page = await site.visit('/timeline/?person=nobody&kind=landing', DESK);
    expect(await page.getByRole('status').textContent()).toMatch(
      /^No entry for person "nobody"\. \d+ of \d+ entries$/,
    );
    expect(await page.locator(SHOWN).count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

test('the versions stand side by side, and each leads to what changed', async () => {
  const page = await site.visit('/versions/', PHONE);
  const heads = page.locator('.db-versions thead a');
  expect(await heads.count()).toBe(11);
  for (const head of await heads.all())
    expect(await page.locator(`h2${await head.getAttribute('href')}`).count()).toBe(1);
  const column = page.locator('.db-versions tbody th').first();
  const before = (await column.boundingBox())?.x;
  await page.locator('.frame').evaluate((frame) => frame.scrollTo(300, 0));
  expect((await column.boundingBox())?.x).toBe(before);
  await page.context().close();
});
