import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from './support/site.ts';

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

/** Holds the part that answers back until the returned function is called. */
async function holdBack(page: Page): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/hydrate/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
const hydrated = (page: Page) => page.locator('[data-hydrated]').waitFor();

describe('what a reader does while a figure loads', () => {
  it('is not lost: keys in a grid', async () => {
    const { page, errors } = await site.open('/combine/');
    const release = await holdBack(page);
    const chosen = page.locator('[role=gridcell][aria-selected=true]');
    const column = () => chosen.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
    const first = await column();
    await chosen.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await column()).toBe(first);
    release();
    await hydrated(page);
    expect(await column()).toBe(first - 2);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is not lost: keys and clicks in a bar of steps, in their order', async () => {
    const { page } = await site.open('/leak/');
    const release = await holdBack(page);
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.keyboard.press('ArrowLeft');
    release();
    await hydrated(page);
    expect(await page.locator('.step-of').innerText()).toBe('Step 5 of 6');
    await page.context().close();
  });

  it('is not lost: a choice, although the address has named another state', async () => {
    const { page } = await site.open('/decide/');
    const release = await holdBack(page);
    await page.goto(`${page.url()}?decide=fwb:0,dic:1`, { waitUntil: 'load' });
    await page.getByRole('checkbox', { name: 'FWB' }).check();
    release();
    await hydrated(page);
    expect(await page.getByRole('checkbox', { name: 'FWB' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'DIC' }).isChecked()).toBe(true);
    await expect.poll(() => page.url()).toMatch(/fwb:1,dic:1/);
    await page.context().close();
  });
});

describe('a figure', () => {
  it('wakes when a control changes without the focus, and answers', async () => {
    const { page } = await site.open('/decide/');
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[data-key=fwb]');
      if (box) box.checked = true;
      box?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await hydrated(page);
    await expect.poll(() => page.url()).toMatch(/fwb:1/);
    await page.context().close();
  });
});
