import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILD_MS } from '../site/build.ts';
import { DESK, PHONE, Site } from '../site/browser.ts';
import { axeFindings } from '../support/axe.ts';

/* Each sentence of /offline/, also those that a reader meets once in a year. */

const STATES = ['nothing', 'cannot', 'coming', 'failed', 'kept', 'newer', 'open'];
let site: Site;
beforeAll(async () => void (site = await Site.open()), BUILD_MS);
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([
    ['320', { ...PHONE, viewport: { width: 320, height: 740 } }],
    ['1440', DESK],
  ])('each sentence passes the rules of axe and has its room, %s wide', async (_, size) => {
    const page = await site.visit('/offline/', { ...size, colorScheme });
    expect(await page.locator('[data-says]').count()).toBe(STATES.length);
    for (const state of STATES) {
      await page.evaluate((name) => {
        for (const line of document.querySelectorAll<HTMLElement>('[data-says]'))
          line.hidden = line.dataset['says'] !== name;
      }, state);
      expect([state, await axeFindings(page, 'main')]).toEqual([state, []]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([state, over]).toEqual([state, 0]);
    }
    await page.context().close();
  });
});

test('without scripts nothing is offered that needs one, and it leaves no gap', async () => {
  const page = await site.visit('/offline/', { ...DESK, javaScriptEnabled: false });
  const book = page.locator('offline-book');
  const sentence = book.locator('noscript p');
  expect(await sentence.innerText()).toMatch(/^That needs JavaScript/);
  expect(await book.getByRole('button').count()).toBe(0);
  const [whole, said] = await Promise.all([book.boundingBox(), sentence.boundingBox()]);
  expect((whole?.height ?? 0) - (said?.height ?? 0)).toBeLessThan(20);
  await page.context().close();
});
