import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from './support/site.ts';

let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

describe('combine', () => {
  const result = (page: Page) => page.locator('.stage-result');
  const hex = (page: Page) => page.getByLabel('or any byte, hex');

  it('follows the switches, and the grid follows FWB', async () => {
    const { page, errors } = await site.open('/combine/');
    await page.getByLabel('HCR_EL2.FWB').uncheck();
    await expect.poll(() => result(page).innerText()).toBe('NC');
    expect(page.url()).toContain('s2:1111,fwb:0,leaf:normal');
    await page.locator('summary', { hasText: 'Any bits' }).click();
    await page.getByLabel('MemAttr').selectOption('1111');
    await page.getByLabel('Attribute byte of MAIR_EL1').selectOption('0xFF');
    await expect.poll(() => result(page).innerText()).toBe('WB');
    expect(await page.locator('[aria-selected=true]').getAttribute('data-s2')).toBe('1111');
    expect(await hex(page).inputValue()).toBe('0xFF');
    expect(page.url()).toContain('combine=s1:0xFF,s2:1111,fwb:0');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("follows KVM's leaf: without FWB 0110 becomes 1111, and the guest's wish counts", async () => {
    const { page } = await site.open('/combine/');
    const bits = (): Promise<string | null> =>
      page.locator('[aria-selected=true]').getAttribute('data-s2');
    expect(await result(page).innerText()).toBe('WB');
    await page.getByLabel('HCR_EL2.FWB').uncheck();
    await expect.poll(bits).toBe('1111');
    expect(await result(page).innerText()).toBe('NC');
    await page.getByLabel('Normal-NC').check();
    await expect.poll(bits).toBe('0101');
    await page.getByLabel('Device', { exact: true }).check();
    await expect.poll(bits).toBe('0001');
    await page.getByLabel('HCR_EL2.FWB').check();
    await expect.poll(bits).toBe('0001');
    await page.getByLabel('Normal', { exact: true }).check();
    await expect.poll(bits).toBe('0110');
    await page.context().close();
  });

  it('opens an older link, which names the bits alone, with these bits', async () => {
    const { page } = await site.open('/combine/?combine=s1:0x44,s2:0101,fwb:1');
    await expect.poll(() => result(page).innerText()).toBe('NC');
    expect(await page.getByLabel('any bits', { exact: true }).isChecked()).toBe(true);
    await page.context().close();
  });

  it('keeps what was typed and the last good answer when a byte is none', async () => {
    const { page } = await site.open('/combine/');
    await hex(page).fill('0x04');
    await expect.poll(() => page.url()).toContain('s1:0x04');
    await hex(page).fill('0xfff');
    const line = page.locator('#combine-hex');
    await expect
      .poll(() => line.innerText())
      .toBe('"0xfff" is no byte; expected 00 to FF, such as 0x44. The figure shows 0x04.');
    expect(await hex(page).inputValue()).toBe('0xfff');
    expect(await hex(page).getAttribute('aria-invalid')).toBe('true');
    expect(await result(page).innerText()).toBe('WB');
    await hex(page).fill('0x02');
    await expect.poll(() => page.locator('[data-part=s1]').innerText()).toContain('reserved');
    expect(await line.innerText()).toBe('');
    expect(await page.locator('[aria-selected=true]').getAttribute('data-s1')).toBe('0x02');
    await page.context().close();
  });

  it('has a grid for mouse and arrow keys with one stop for Tab', async () => {
    const { page } = await site.open('/combine/');
    await page.locator('[data-s1="0xFF"][data-s2="0001"]').click();
    await expect.poll(() => result(page).innerText()).toBe('Device-nGnRE');
    const cell = (): Promise<string> =>
      page.evaluate(
        () =>
          `${(document.activeElement as HTMLElement).dataset['s1']} ${(document.activeElement as HTMLElement).dataset['s2']}`,
      );
    expect(await cell()).toBe('0xFF 0001');
    const walk: [key: string, to: string][] = [
      ['ArrowRight', '0xFF 0011'],
      ['ArrowUp', '0xBB 0011'],
      ['End', '0xBB 0111'],
      ['ArrowRight', '0xBB 0111'],
      ['Home', '0xBB 0000'],
      ['ArrowDown', '0xFF 0000'],
    ];
    for (const [key, to] of walk) {
      await page.keyboard.press(key);
      expect(await cell()).toBe(to);
    }
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);
    expect(await result(page).innerText()).toBe('Device-nGnRnE');
    await page.context().close();
  });

  it('gives the first click once more when it came too early', async () => {
    const { page } = await site.open('/combine/');
    await page.route(/hydrate/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.locator('[data-s1="0xFF"][data-s2="0101"]').click();
    expect(await result(page).innerText()).toBe('WB');
    await expect.poll(() => result(page).innerText()).toBe('NC');
    await page.context().close();
  });
});
