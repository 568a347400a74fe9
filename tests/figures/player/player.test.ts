import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/axe.ts';
import { figureSite, type FigureSite } from '../support/site.ts';

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const COUNT = 6;
const shown = (page: Page) => page.locator('.strip > li:visible');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The number of the one frame that is seen. */
async function at(page: Page): Promise<number> {
  expect(await shown(page).count()).toBe(1);
  return Number.parseInt(await shown(page).locator('.strip-name').innerText(), 10);
}
async function wake(page: Page): Promise<void> {
  await page.locator('.fig > :first-child').dispatchEvent('pointerover');
  await page.locator('[data-hydrated]').waitFor();
}

describe('the player', () => {
  it('goes forth and back by buttons and by keys, and keeps the focus', async () => {
    const { page, errors } = await site.open('/leak/');
    await button(page, 'Next').click();
    await expect.poll(() => at(page)).toBe(2);
    for (const [key, number] of [
      ['ArrowRight', 3],
      ['ArrowLeft', 2],
      ['End', COUNT],
      ['ArrowRight', COUNT],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await at(page)).toBe(number);
    }
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Next');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says before the first frame what the story comes to, whatever is chosen', async () => {
    const { page } = await site.open('/fwb-and-dic/');
    await wake(page);
    const ends = page.locator('.step-ends');
    expect(await ends.innerText()).toBe('You will see: stale fetch');
    await page.getByRole('checkbox', { name: 'DIC' }).check();
    await expect.poll(() => ends.innerText()).toBe('You will see: fetches zeros');
    expect(await at(page)).toBe(1);
    await page.context().close();
  });

  it('says each step: number, title, who acts', async () => {
    const { page } = await site.open('/leak/');
    await wake(page);
    const heard = new Set<string>();
    await button(page, 'Next').focus();
    for (let step = 2; step <= COUNT; step++) {
      await page.keyboard.press('ArrowRight');
      const said = (await page.locator('[data-part=said]').textContent()) ?? '';
      expect(said).toMatch(new RegExp(`^Step ${step} of ${COUNT}: .+`));
      expect(said).toMatch(/owner|KVM|VM B/);
      heard.add(said.replace(/^Step \d/, ''));
    }
    expect(heard.size).toBe(COUNT - 1);
    await page.context().close();
  });

  it('moves by its handle, as a slider of the browser', async () => {
    const { page } = await site.open('/leak/');
    await wake(page);
    const handle = page.getByRole('slider', { name: 'Step' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    expect(await at(page)).toBe(2);
    await page.keyboard.press('End');
    expect(await at(page)).toBe(COUNT);
    expect(await handle.getAttribute('aria-valuetext')).toMatch(/^6 of 6: /);
    await page.context().close();
  });

  it('keeps the step in the address, and comes back to it', async () => {
    const { page } = await site.open('/leak/');
    await button(page, 'Next').click();
    await expect.poll(() => page.url()).toMatch(/\?leak=step:2$/);
    await page.reload();
    await page.locator('[data-hydrated]').waitFor();
    expect(await at(page)).toBe(2);
    await page.context().close();
  });

  it('says so where the address has a step that no longer exists', async () => {
    const { page, errors } = await site.open('/leak/?leak=step:44');
    await page.locator('[data-hydrated]').waitFor();
    expect(await page.locator('[data-part=problems]').innerText()).toBe(
      'The link leads to step 44; this story has 6 steps. The figure shows the last.',
    );
    expect(await at(page)).toBe(COUNT);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('unfolds all frames, and folds them again', async () => {
    const { page } = await site.open('/leak/');
    await button(page, 'All frames').click();
    await expect.poll(() => shown(page).count()).toBe(COUNT);
    await button(page, 'All frames').click();
    expect(await at(page)).toBe(1);
    await page.context().close();
  });

  it('plays to the end at its own pace, and then offers to play again', async () => {
    const { page } = await site.open('/leak/');
    await wake(page);
    await page.clock.install();
    await button(page, 'Play').click();
    expect(await at(page)).toBe(2);
    await page.clock.runFor(120_000);
    expect(await at(page)).toBe(COUNT);
    await button(page, 'Again').click();
    expect(await at(page)).toBe(1);
    await page.context().close();
  });

  it.each([
    ['a key', (page: Page) => page.keyboard.press('a')],
    ['a click', (page: Page) => page.locator('h1').click()],
    ['its button', (page: Page) => button(page, 'Pause').click()],
  ])('stops for %s', async (_, touch) => {
    const { page } = await site.open('/leak/');
    await wake(page);
    await page.clock.install();
    await button(page, 'Play').click();
    await touch(page);
    const stopped = await at(page);
    expect(await button(page, 'Play').count()).toBe(1);
    await page.clock.runFor(120_000);
    expect(await at(page)).toBe(stopped);
    await page.context().close();
  });

  it('lets a tile travel along its wire, and places it at once with reduced motion', async () => {
    for (const [reducedMotion, running] of [
      ['no-preference', 1],
      ['reduce', 0],
    ] as const) {
      const { page } = await site.open('/leak/?leak=step:3', { reducedMotion });
      await page.locator('[data-hydrated]').waitFor();
      // Asked in the same breath: on a busy machine the journey would be over before the question.
      const moving = await button(page, 'Next').evaluate((next: HTMLElement) => {
        next.click();
        const tile = document.querySelector('.is-at [data-tile=read]');
        if (!tile) throw new Error('nothing was read');
        return tile.getAnimations().map(({ effect }) => {
          const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
          return {
            duration: Number(effect?.getTiming().duration),
            changes: frames.flatMap((frame) =>
              Object.keys(frame).filter(
                (key) => !/^(offset|computedOffset|easing|composite)$/.test(key),
              ),
            ),
            turns: frames.length,
          };
        });
      });
      expect(moving).toHaveLength(running);
      for (const { duration, changes, turns } of moving) {
        expect(duration).toBeGreaterThanOrEqual(300);
        expect(duration).toBeLessThanOrEqual(400);
        expect(new Set(changes)).toEqual(new Set(['transform']));
        // Out of memory, round the corner of the wire, into B.
        expect(turns).toBeGreaterThanOrEqual(4);
      }
      await page.context().close();
    }
  });

  it('moves nothing on the page, whatever step is shown', async () => {
    const { page } = await site.open('/leak/', { viewport: { width: 360, height: 740 } });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await wake(page);
    for (let step = 1; step <= COUNT; step++) {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      await button(page, 'Next').focus();
      await page.keyboard.press('ArrowRight');
    }
    await page.context().close();
  });

  it('shows every frame without scripts, in print, and where its part cannot be loaded', async () => {
    const { page } = await site.open('/leak/', { javaScriptEnabled: false });
    expect(await shown(page).count()).toBe(COUNT);
    await page.context().close();
    const { page: printed } = await site.open('/leak/');
    await printed.emulateMedia({ media: 'print' });
    expect(await shown(printed).count()).toBe(COUNT);
    await printed.context().close();
    const { page: failed } = await site.open('/leak/');
    await failed.route(/hydrate/, (route) => route.abort());
    await failed.locator('.fig > :first-child').dispatchEvent('pointerover');
    await failed.locator('.fig-failed').waitFor({ state: 'visible' });
    expect(await shown(failed).count()).toBe(COUNT);
    await failed.context().close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 320],
  ] as const)('has no axe finding at the leak, %s at %i', async (colorScheme, width) => {
    const viewport = { width, height: 800 };
    const { page } = await site.open('/leak/?leak=step:4', { colorScheme, viewport });
    await page.locator('[data-hydrated]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
