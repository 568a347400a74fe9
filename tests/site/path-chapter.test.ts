import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';
import { READ_TWO, bar, listed, main, progressOf, second, stepsOf } from './reading-paths.ts';
import { shiftOf } from './shift.ts';
import { weightOf } from './weight.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const open = (route = second, options: Parameters<Site['visit']>[1] = DESK) =>
  site.visit(`${route}?path=${main.id}`, options);

describe('a chapter opened from a path', () => {
  test('shows where it is, and the visit goes on', async () => {
    const page = await open();
    expect(await bar(page).count()).toBe(1);
    expect(await bar(page).locator('summary b').textContent()).toMatch(/^\s*2\s+of\s+\d+\s*$/);
    await bar(page).locator('[rel=next]').click();
    await page.waitForURL(`**${stepsOf(main)[2]}?path=${main.id}`);
    // The address need not say it again.
    await page.goto(stepsOf(main)[3] ?? '');
    expect(await bar(page).getAttribute('data-path')).toBe(main.id);
    await page.goto('/guide/mte/');
    expect(await bar(page).count()).toBe(0);
    expect(await page.locator('.pager:visible').count()).toBe(1);
  });

  test.each(['nothing', '', '<b>', '__proto__', 'x'.repeat(5000)])(
    'is a chapter as ever from a path that is not there: %.20s',
    async (name) => {
      const page = await site.visit(`${second}?path=${encodeURIComponent(name)}`, DESK);
      expect(await bar(page).count()).toBe(0);
      expect(await page.locator('.pager:visible').count()).toBe(1);
      expect(page.faults.errors).toEqual([]);
    },
  );

  test('shows one bar and one way on for each path that it is on', async () => {
    const both = listed.filter((path) => stepsOf(path).includes(stepsOf(main)[0] ?? ''));
    expect(both.length).toBeGreaterThan(1);
    for (const { id } of both) {
      const page = await site.visit(`${stepsOf(main)[0]}?path=${id}`, DESK);
      expect(await bar(page).getAttribute('data-path')).toBe(id);
      const pager = page.locator('.pager:visible');
      expect(await pager.count()).toBe(1);
      expect(await pager.getAttribute('data-path')).toBe(id);
    }
  });

  test.each([
    ['afternoon', stepsOf(main)[7] ?? ''],
    ['hour', '/cheat-sheet/'],
    ['afternoon', '/guide/exam/'],
  ])('keeps the budget of script of a chapter: %s, %s', async (id, route) => {
    const page = await site.visit(`${route}?path=${id}`, DESK, 'networkidle');
    expect(await bar(page).getAttribute('data-path')).toBe(id);
    const { script, style } = await weightOf(page);
    expect(script).toBeLessThanOrEqual(6 * 1024);
    expect(style).toBeLessThanOrEqual(8 * 1024);
  });

  test('has the path in the contents list, with its sections and what was read', async () => {
    const page = await open();
    await page.evaluate(
      (text) => localStorage.setItem('stage-two progress', text),
      progressOf(READ_TWO),
    );
    await page.reload();
    const list = page.locator('.contents details[data-path]:visible');
    expect(await list.getAttribute('data-path')).toBe(main.id);
    expect(await list.locator('[data-step] .tick:visible').count()).toBe(2);
    const current = list.locator('li:has(> [aria-current=page])');
    expect(await current.getAttribute('data-step')).toBe(second);
    expect(await current.locator('[data-follow] a').count()).toBeGreaterThan(2);
    // All else is still there, folded.
    const groups = page.locator('.contents > details:not([data-path])');
    expect(await groups.locator('a:visible').count()).toBe(0);
    await groups.first().locator('summary').click();
    expect(await groups.first().locator('a:visible').count()).toBeGreaterThan(2);
    await list.locator('[data-step] > a').nth(4).click();
    await page.waitForURL(`**${stepsOf(main)[4]}?path=${main.id}`);
  });

  test('has it in the list of a phone too, by keyboard', async () => {
    const page = await open(second, PHONE);
    await page.getByRole('button', { name: 'Contents' }).focus();
    await page.keyboard.press('Enter');
    const list = page.locator('.contents details[data-path]:visible');
    expect(await list.locator('[data-step] > a:visible').count()).toBe(stepsOf(main).length);
    expect(await axeFindings(page)).toEqual([]);
    await list.locator('[data-step] > a').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${stepsOf(main)[2]}?path=${main.id}`);
  });

  test('is shown as ever where the list holds anything else', async () => {
    for (const kept of ['no json', 'null', '{"version":1}', '{"version":1,"read":7}', '[]']) {
      const page = await open();
      await page.evaluate((text) => localStorage.setItem('stage-two progress', text), kept);
      await page.reload();
      expect(await bar(page).count(), kept).toBe(1);
      expect(await page.locator('.tick:visible').count(), kept).toBe(0);
      expect(page.faults.errors, kept).toEqual([]);
      await page.context().close();
    }
  });

  test('moves nothing while it loads, and is left by a link', async () => {
    const page = await open(second, PHONE);
    expect(await shiftOf(page)).toBe(0);
    await bar(page).locator('summary').click();
    await page.getByText('Leave the path').click();
    await page.waitForURL(`**${second}?path=`);
    expect(await bar(page).count()).toBe(0);
    expect(await page.locator('.contents details[data-path]:visible').count()).toBe(0);
    // The visit is off it.
    await page.goto(stepsOf(main)[3] ?? '');
    expect(await bar(page).count()).toBe(0);
  });

  test('is read when its end was in sight, and not before', async () => {
    const page = await open();
    await bar(page).locator('summary').click();
    expect(await page.locator('.tick:visible').count()).toBe(0);
    await page.locator('.pager:visible').scrollIntoViewIfNeeded();
    const marks = page.locator(`:is(.path-bar, .contents) [data-step="${second}"] .tick:visible`);
    await expect.poll(() => marks.count()).toBe(2);
    await page.goto(`/paths/${main.id}/`);
    expect(await page.locator('main .tick:visible').allTextContents()).toEqual([' ✓ read']);
    expect(await page.getByLabel('A summary').inputValue()).toContain(
      `: 1 of ${stepsOf(main).length} read.`,
    );
  });

  test.each(['light', 'dark'] as const)(
    'has no axe finding in the %s theme',
    async (colorScheme) => {
      const page = await site.visit(`${second}?path=${main.id}`, { ...PHONE, colorScheme });
      await bar(page).locator('summary').click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );
});
