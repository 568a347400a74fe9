import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from '../support/site.ts';

let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

describe('the two hosts, hydrated', () => {
  it('follows each choice, tells it, and can be linked', async () => {
    const { page, errors } = await site.open('/migration/');
    await page.locator('#migration').dispatchEvent('pointerover');
    await page.locator('[data-hydrated]').waitFor();
    const own = page.locator('.mig-own');
    expect(await own.innerText()).toContain('not begun; the source runs on');
    await page.locator('[data-key=asks]').uncheck();
    await page.locator('[data-key=to-does]').selectOption('error-at-fault-only');
    await expect.poll(() => own.innerText()).toContain('VM lost');
    expect(await page.locator('[role=status][data-part=say]').innerText()).toContain('VM lost');
    await page.locator('[data-key=to-fwb]').check();
    await page.locator('[data-key=to-dic]').check();
    await expect.poll(() => own.innerText()).toContain('survives');
    await page.locator('[data-key=to-does]').selectOption('v6.16');
    await expect.poll(() => own.innerText()).toContain('Mapped normal before, device now');
    // The host has FWB and DIC, and the old kernel falls back all the same: that is the leak.
    expect(await own.innerText()).toContain('arrives, and can leak');
    expect(await own.innerText()).not.toContain('survives');
    const link = await page.locator('[data-part=link] a').getAttribute('href');
    const other = await site.open(`/migration/${link}`);
    await other.page.locator('[data-hydrated]').waitFor();
    await expect.poll(() => other.page.locator('.mig-own').innerText()).toBe(await own.innerText());
    await other.page.context().close();
    await page.locator('[data-key=from-fwb]').uncheck();
    await expect.poll(() => own.innerText()).toContain('never runs at the source');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
