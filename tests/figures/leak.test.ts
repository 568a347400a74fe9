import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from './support/site.ts';

let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

describe('leak', () => {
  const title = (page: Page) => page.locator('.strip-one b');

  it('goes forth and back by buttons and by keys, and returns to the strip', async () => {
    const { page, errors } = await site.open('/leak/');
    await page.getByRole('button', { name: 'Step through' }).click();
    await expect.poll(() => title(page).innerText()).toMatch(/^1\./);
    expect(await page.locator('.strip').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await title(page).innerText()).toMatch(/^2\./);
    for (const [key, number] of [
      ['ArrowRight', 3],
      ['ArrowRight', 4],
      ['ArrowLeft', 3],
      ['End', 6],
      ['ArrowRight', 6],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await title(page).innerText()).toMatch(new RegExp(`^${number}\\.`));
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.strip li').count()).toBe(6);
    expect(await page.locator('.strip').isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows in one frame what the strip shows', async () => {
    const { page } = await site.open('/leak/');
    const strip = await page
      .locator('.strip li')
      .evaluateAll((all) => all.map((li) => li.innerHTML));
    await page.getByRole('button', { name: 'Step through' }).click();
    for (const [i, frame] of strip.entries()) {
      await expect.poll(() => title(page).innerText()).toMatch(new RegExp(`^${i + 1}\\.`));
      expect(await page.locator('.strip-one').innerHTML()).toBe(frame);
      await page.keyboard.press('ArrowRight');
    }
    await page.context().close();
  });
});
