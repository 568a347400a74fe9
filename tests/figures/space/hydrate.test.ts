import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from '../support/site.ts';

let site: FigureSite;
beforeAll(async () => void (site = await figureSite()), 300_000);
afterAll(() => site.close());

async function open(query = '') {
  const opened = await site.open(`/space/${query}`);
  await opened.page.locator('#space').dispatchEvent('pointerover');
  await opened.page.locator('[data-hydrated]').waitFor();
  return opened;
}

describe('the space of policies, hydrated', () => {
  it('shrinks as the reader insists, and says how many are left', async () => {
    const { page, errors } = await open();
    for (const name of ['secrecy', 'coherence', 'fresh code', 'early refusal', 'caching'])
      await page.getByLabel(name, { exact: true }).check();
    expect(await page.locator('.sp-count').innerText()).toBe('6');
    expect(page.url()).toContain('noLeak:1');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is one stop of the Tab key, walked by arrows through what is left', async () => {
    const { page } = await open(
      '?space=noLeak:1,coherent:1,noStaleFetch:1,noLateFailure:1,keepsCacheable:1',
    );
    expect(await page.locator('.sp-map [tabindex="0"]').count()).toBe(1);
    await page.locator('.sp-here').focus();
    const chosen = () => page.locator('.sp-here').getAttribute('aria-label');
    const seen = [await chosen()];
    await page.keyboard.press('Home');
    for (let step = 0; step < 6; step++) {
      seen.push(await chosen());
      await page.keyboard.press('ArrowRight');
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen.every((one) => one?.includes('Breaks nothing'))).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('class'))).toBe(
      'sp-here',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('sp-point');
    await page.context().close();
  });

  it('opens the policy that is clicked, and its shortest steps as pictures', async () => {
    const { page } = await open();
    await page.locator('.sp-map').click({ position: { x: 200, y: 200 } });
    await expect.poll(() => page.locator('.sp-answers').innerText()).toContain('the shortest way');
    await page.locator('.sp-answers a', { hasText: 'the shortest way' }).first().click();
    const button = page.locator('.sp-proof button').first();
    await button.click();
    await page.locator('.sp-proof .trace-play').first().waitFor();
    await page.context().close();
  });

  it('says what was wrong with a link, and shows what it can', async () => {
    const { page } = await open('?space=h00:perhaps,noLeak:1');
    await expect.poll(() => page.locator('.fig-problems').first().innerText()).toContain('perhaps');
    expect(await page.locator('.sp-count').innerText()).not.toBe('4,096');
    await page.context().close();
  });
});
