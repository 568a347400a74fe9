import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
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

  test('opens with a table of who held what, a list on a phone, each sign a link to its place', async () => {
    for (const size of [DESK, PHONE]) {
      const page = await site.visit('/debate/', size);
      const first = page.locator('.db-matrix td a').first();
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

describe('the matrix of the debate', () => {
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

  test('says a change of mind with its day, and what landed, in words', async () => {
    const page = await site.visit('/debate/', { ...DESK, javaScriptEnabled: false });
    const chain = page.locator('#cell-who-decides-ankit-agrawal .db-chain');
    // V3-ANK5, V4-3 and V6-ANK are of these days.
    expect(words(await chain.textContent())).toBe(
      'the VMA, as it landed; then, on 18 May 2025: a flag; then, on 16 Jun 2025: the VMA, as it landed',
    );
    const choice = page.locator('#cell-fallback-or-error-sean-christopherson .db-chain');
    expect(words(await choice.textContent())).toBe(
      'error without FWB, as it landed; then, on 26 Mar 2025: a choice if wanted',
    );
    for (const cell of await page.locator('.db-matrix td:not(.db-none)').all()) {
      const id = await cell.getAttribute('id');
      expect(await cell.locator(`.db-link[href="#${id}"]`).count()).toBe(1);
    }
    await page.context().close();
  });

  test('is one stop for Tab; arrows lead from place to place and through one', async () => {
    const page = await site.visit('/debate/', DESK);
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return [at?.closest('td, th')?.id, at?.getAttribute('href')];
      });
    await page.locator('.db-matrix table a').first().focus();
    await page.keyboard.press('ArrowDown');
    const cell = 'cell-who-decides-jason-gunthorpe';
    const held = 'who-decides-jason-gunthorpe';
    for (const expected of [`${held}-2`, held, `${held}-4`, cell]) {
      expect(await focused()).toEqual([cell, `#${expected}`]);
      await page.keyboard.press('ArrowDown');
    }
    expect((await focused())[0]).toBe('cell-who-decides-marc-zyngier');
    await page.keyboard.press('End');
    expect((await focused())[0]).toBe('cell-migration-marc-zyngier');
    // Nothing is known of him there; the place is a stop all the same.
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect((await focused())[0]).toBe('cell-data-leak-landed-code');
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Landed code',
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('table'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Landed code',
    );
    expect(await page.locator('.db-matrix table [tabindex="0"]').count()).toBe(1);
    expect(page.faults.errors).toEqual([]);
    await page.context().close();
  });

  test('gives a link for each place: in the address, and copied where the page may', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await site.visit('/debate/', { ...DESK, permissions });
    const cell = page.locator('#cell-migration-oliver-upton');
    await cell.hover();
    await cell.locator('.db-link').click();
    const said = page.locator('.db-said');
    await expect.poll(() => said.textContent()).toMatch(/Oliver Upton on Migration: copied/);
    const link = `${site.url}/debate/#cell-migration-oliver-upton`;
    expect(page.url()).toBe(link);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.context().close();

    const other = await site.visit(link.slice(site.url.length), DESK);
    const there = other.locator('#cell-migration-oliver-upton');
    expect(await there.evaluate((one) => one.matches(':target'))).toBe(true);
    await other.context().close();
  });

  test('keeps questions, people and what landed in sight from 600 px up', async () => {
    const page = await site.visit('/debate/', { viewport: { width: 600, height: 700 } });
    const frame = page.locator('.db-frame');
    await frame.scrollIntoViewIfNeeded();
    const before = await frame.boundingBox();
    await frame.evaluate((one) => one.scrollTo(150, 120));
    const top = await page.locator('.db-matrix thead th').nth(3).boundingBox();
    const person = await page.locator('.db-matrix tbody th').nth(2).boundingBox();
    const landed = await page.locator('.db-matrix tfoot td').nth(3).boundingBox();
    const within = (value: number | undefined, of: number) =>
      expect(Math.abs((value ?? -99) - of)).toBeLessThan(3);
    within(top?.y, before?.y ?? 0);
    within(person?.x, before?.x ?? 0);
    within((landed?.y ?? 0) + (landed?.height ?? 0), (before?.y ?? 0) + (before?.height ?? 0));
    await page.context().close();
  });

  test('has no empty place on a phone, and each question beside what is held', async () => {
    const page = await site.visit('/debate/', PHONE);
    expect(await page.locator('.db-none:visible').count()).toBe(0);
    const label = await page
      .locator('#cell-capability-oliver-upton')
      .evaluate((one) => getComputedStyle(one, '::before').content);
    expect(label).toBe('"Capability"');
    await page.context().close();
  });

  test('has no axe violation while somebody is looked at, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.visit('/debate/', { ...DESK, colorScheme });
      await page.locator('details.db-legend summary').click();
      await page.locator('#cell-capability-oliver-upton a').first().focus();
      await page.locator('#cell-where-to-check-marc-zyngier').hover();
      expect(await axeFindings(page, '.db-matrix')).toEqual([]);
      await page.context().close();
    }
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

    for (let i = 0; i < 6; i++) await page.keyboard.press('Tab');
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

describe('what a version drops', () => {
  const CROSS = 'tr:has(th:text("memslot flag")) .db-cross';

  test('has a cross where the bar ends; it says why, with the mail, by pointer, key and finger', async () => {
    const page = await site.visit('/versions/', DESK);
    const crosses = page.locator('.db-cross');
    // V2 dropped the Normal-NC patch, v3 two things, v7 the flag (V1-CAT, V10-0, V6-OLI).
    expect(await crosses.count()).toBe(4);
    const cross = page.locator(CROSS);
    const column = await cross.evaluate((one) => one.closest('td')?.cellIndex);
    expect(column).toBe(7);
    expect(await cross.getAttribute('title')).toMatch(/Upton gave it up on 13 June/);
    const note = page.locator('#why-dropped-memslot-flag-v7');
    expect(await note.isVisible()).toBe(false);
    await cross.focus();
    await page.keyboard.press('Enter');
    expect(await note.locator('a[href^="https://lore."]').isVisible()).toBe(true);
    expect(await note.textContent()).toMatch(/Upton gave it up on 13 June/);
    expect(await axeFindings(page, '.db-versions')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    await cross.click();
    expect(await note.isVisible()).toBe(true);
    await page.context().close();
  });

  test('is told below the table too, without a script and on paper', async () => {
    const page = await site.visit('/versions/', { ...PHONE, javaScriptEnabled: false });
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const told = page.locator('#dropped-memslot-flag-v7');
      expect(await told.isVisible()).toBe(true);
      expect(await told.locator('a[href^="https://lore."]').count()).toBe(1);
    }
    const [key, frame] = [page.locator('#has'), page.locator('.frame').first()];
    expect(await frame.locator('#has').count()).toBe(0);
    const box = await key.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(PHONE.viewport.width);
    await page.context().close();
  });
});
