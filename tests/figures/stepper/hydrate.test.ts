import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explore } from '../../../src/model/index.ts';
import { figureSite, type FigureSite } from '../support/site.ts';
import { axeFindings } from '../../support/axe.ts';

const { trace = [] } = explore({
  policy: 'fallback-to-device',
  host: { fwb: false, dic: false },
  property: 'noLeak',
});
const LAST = trace.length;

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const said = (page: Page) => page.locator('.trace-said');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('stepper', () => {
  it('is walked by keyboard alone, and says each step with its state', async () => {
    const { page, errors } = await site.open('/stepper/');
    await button(page, 'Step through').focus();
    await page.locator('[data-hydrated]').waitFor();
    await page.keyboard.press('Enter');
    for (const [key, number] of [
      ['', 1],
      ['ArrowRight', 2],
      ['ArrowRight', 3],
      ['ArrowLeft', 2],
      ['End', LAST],
      ['ArrowRight', LAST],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      if (key !== '') await page.keyboard.press(key);
      const step = trace[number - 1];
      const text = (await said(page).textContent()) ?? '';
      expect(text).toMatch(new RegExp(`^Step ${number} of ${LAST}: `));
      expect(text.toLowerCase()).toContain(step?.label.toLowerCase());
      expect(text).toContain(step?.reason);
      expect(text).toContain('Memory holds');
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.trace-one').isVisible()).toBe(false);
    expect(await page.locator('.trace > li > svg').first().isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('goes to a step by its title and moves on in the list by up and down', async () => {
    const { page } = await site.open('/stepper/');
    await button(page, 'Step through').click();
    await page.locator('.trace-one:visible').waitFor();
    await button(page, 'The owner writes zeros').click();
    expect(await said(page).textContent()).toMatch(/^Step 3 of/);
    await page.keyboard.press('ArrowDown');
    expect(await said(page).textContent()).toMatch(/^Step 4 of/);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe(trace[3]?.label);
    expect(await page.locator('[aria-current=step]').textContent()).toBe(trace[3]?.label);
    await page.context().close();
  });

  it('has a button for each named moment, which shows the first step of it', async () => {
    const { page } = await site.open('/stepper/');
    await button(page, 'mapped').click();
    await page.locator('.trace-one:visible').waitFor();
    const first = trace.findIndex(({ state }) => state.phase === 'mapped');
    expect(await said(page).textContent()).toMatch(new RegExp(`^Step ${first + 1} of`));
    await page.context().close();
  });

  it('shows of each step what its place in the list has', async () => {
    const { page } = await site.open('/stepper/');
    const list = await page
      .locator('.trace > li')
      .evaluateAll((all) => all.map((li) => li.innerHTML));
    await button(page, 'Step through').click();
    for (const [i, item] of list.entries()) {
      await expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^Step ${i + 1} of`));
      expect(await page.locator('.trace-one').innerHTML()).toBe(item);
      await page.keyboard.press('ArrowRight');
    }
    await page.context().close();
  });

  it('has every step without scripts', async () => {
    const { page } = await site.open('/stepper/', { javaScriptEnabled: false });
    for (const item of await page.locator('.trace > li').all()) {
      expect(await item.locator('svg').isVisible()).toBe(true);
      expect(await item.locator('.trace-why').isVisible()).toBe(true);
    }
    expect(await page.locator('.trace > li').count()).toBe(LAST);
    await page.context().close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 360],
  ] as const)('has no axe finding while it plays, %s at %i', async (colorScheme, width) => {
    const viewport = { width, height: 800 };
    const { page } = await site.open('/stepper/', { colorScheme, viewport });
    await button(page, 'the end').click();
    await page.locator('.trace-one:visible').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
