import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explore } from '../../../src/model/index.ts';
import { figureSite, type FigureSite } from '../support/site.ts';
import { axeFindings } from '../../support/axe.ts';

/* How a story is stepped through is tested with the player; here is what the trace brings to it. */

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

const shown = (page: Page) => page.locator('.strip > li:visible');

describe('stepper', () => {
  it('says each step of the model with its reason and its state', async () => {
    const { page, errors } = await site.open('/stepper/?stepper=step:1');
    await page.locator('[data-hydrated]').waitFor();
    await page.getByRole('button', { name: 'Next' }).focus();
    for (const [i, step] of trace.slice(1).entries()) {
      await page.keyboard.press('ArrowRight');
      const text = (await page.locator('[data-part=said]').textContent()) ?? '';
      expect(text).toMatch(new RegExp(`^Step ${i + 2} of ${LAST}: `));
      expect(text.toLowerCase()).toContain(step.label.toLowerCase());
      expect(text).toContain(step.reason);
      expect(text).toContain('Memory holds');
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('ends with the secret inside B, and with the zeros that nobody read', async () => {
    const { page } = await site.open(`/stepper/?stepper=step:${LAST}`);
    await page.locator('[data-hydrated]').waitFor();
    const box = await shown(page).locator('.sg-hurt > rect').boundingBox();
    const tile = await shown(page).locator('[data-tile=read]').boundingBox();
    if (!box || !tile) throw new Error('no box, or no tile');
    expect(tile.x).toBeGreaterThan(box.x);
    expect(tile.y).toBeGreaterThan(box.y);
    expect(tile.x + tile.width).toBeLessThan(box.x + box.width);
    expect(tile.y + tile.height).toBeLessThan(box.y + box.height);
    expect(await shown(page).getByText('zeros that nobody read').isVisible()).toBe(true);
    await page.context().close();
  });

  it('brings each value along a wire from where it was', async () => {
    const { page } = await site.open('/stepper/?stepper=step:1');
    await page.locator('[data-hydrated]').waitFor();
    const moved: Record<string, number> = {};
    for (const { move } of trace.slice(1)) {
      // Asked in the same breath: on a busy machine the journey would be over before the question.
      moved[move] = await page
        .getByRole('button', { name: 'Next' })
        .evaluate((next: HTMLElement) => {
          next.click();
          const tiles = [...document.querySelectorAll('.is-at [data-tile]')];
          return tiles.filter((one) => one.getAnimations().length > 0).length;
        });
    }
    expect(moved['owner-scrubs']).toBe(1);
    expect(moved['b-reads']).toBe(1);
    expect(moved['memslot']).toBe(0);
    await page.context().close();
  });

  it('has every step without scripts', async () => {
    const { page } = await site.open('/stepper/', { javaScriptEnabled: false });
    expect(await shown(page).count()).toBe(LAST);
    for (const item of await shown(page).all()) {
      expect(await item.locator('svg').isVisible()).toBe(true);
      expect(await item.locator('.strip-text').isVisible()).toBe(true);
    }
    await page.context().close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 360],
  ] as const)('has no axe finding at its end, %s at %i', async (colorScheme, width) => {
    const viewport = { width, height: 800 };
    const { page } = await site.open(`/stepper/?stepper=step:${LAST}`, { colorScheme, viewport });
    await page.locator('[data-hydrated]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
