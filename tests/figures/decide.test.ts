import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from './support/site.ts';

let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

describe('decide', () => {
  const lane = (page: Page, kernel: string) => page.locator('.lane', { hasText: kernel });

  it('follows the mouse, says the answer, and keeps it in the address', async () => {
    const { page, errors } = await site.open('/decide/?other=1');
    await page.getByLabel('FWB', { exact: true }).check();
    await page.getByLabel('DIC', { exact: true }).check();
    await expect
      .poll(() => lane(page, 'v6.17').innerText())
      .toMatch(/accepted[\s\S]*mapped[\s\S]*WB/);
    expect(await page.locator('[data-part=say]').innerText()).toBe(
      'v6.17: memslot accepted; fault mapped WB.',
    );
    expect(await page.locator('.leaf').innerText()).toMatch(/0[\s\S]*1[\s\S]*1[\s\S]*0/);
    expect(page.url()).toMatch(/\?other=1&decide=kernel:v6\.17,.*fwb:1,dic:1/);
    await page.reload();
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/mapped/);
    expect(await page.getByLabel('FWB', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/refused EINVAL/);
    expect(page.url()).toMatch(/\?other=1$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is complete by keyboard', async () => {
    const { page } = await site.open('/decide/');
    await page.getByLabel('VM_PFNMAP').focus();
    await page.locator('[data-hydrated]').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/accepted[\s\S]*fails EFAULT/);
    for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await page.keyboard.press(key);
    await expect.poll(() => page.locator('[data-part=say]').innerText()).toMatch(/mapped WB/);
    for (const key of ['Tab', 'Space', 'Tab', 'Space', 'Tab', 'ArrowRight', 'Tab', 'ArrowUp']) {
      await page.keyboard.press(key);
    }
    await expect
      .poll(() => page.url())
      .toMatch(/kernel:v6\.16,vma:mixedmap,.*linear:1,fwb:1,dic:1,access:write/);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'v6.16',
    );
    await page.context().close();
  });

  it('takes bad links with a line for each part, and shows the preset', async () => {
    const { page, errors } = await site.open(
      '/decide/?decide=kernel:v9,fwb:maybe,dic:1,<img src=x>',
    );
    const problems = page.locator('[data-part=problems]');
    await expect.poll(() => problems.innerText()).toContain('"v9"');
    expect(await problems.locator('p').count()).toBe(3);
    expect(await problems.innerText()).toContain('"<img src=x>"');
    expect(await page.locator('img').count()).toBe(0);
    expect(await lane(page, 'v6.17').innerText()).toMatch(/refused EINVAL/);
    expect(await page.getByLabel('DIC', { exact: true }).isChecked()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('takes choices that were made before it was hydrated', async () => {
    const { page } = await site.open('/decide/');
    await page.route(/hydrate/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByLabel('FWB', { exact: true }).check();
    await page.getByLabel('DIC', { exact: true }).check();
    expect(await lane(page, 'v6.17').innerText()).toMatch(/refused/);
    await expect.poll(() => lane(page, 'v6.17').innerText()).toMatch(/mapped/);
    await page.context().close();
  });
});
