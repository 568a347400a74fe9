import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from './support/html.ts';
import { figureSite, type FigureSite } from './support/site.ts';
import { axeFindings } from '../support/axe.ts';

const NAMES =
  'decide combine leak migration verdicts space stepper break-it numbers will-it-work'.split(' ');
let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const element = (page: Page) => page.locator('.fig > :first-child');
async function hydrate(page: Page): Promise<void> {
  await element(page).dispatchEvent('pointerover');
  await page.locator('[data-hydrated]').waitFor();
}

describe.each(NAMES)('%s', (name) => {
  it('changes nothing by hydrating', async () => {
    const { page, errors } = await site.open(`/${name}/`);
    const before = await element(page).innerHTML();
    const box = await element(page).boundingBox();
    await hydrate(page);
    // Which place of a grid is the stop of the Tab key is the script's to say, and that a bit is a button.
    const plain = (html: string): string =>
      html
        .replace(/ (aria-invalid="\w+"|tabindex="-?\d")/g, '')
        .replace(/<g data-bit="\d+" role="button" aria-pressed="\w+" aria-label="[^"]*">/g, '<g>')
        .replaceAll('<svg class="ruler" role="group"', '<svg class="ruler" role="img"');
    expect(plain(await element(page).innerHTML())).toBe(plain(before));
    expect(await element(page).boundingBox()).toEqual(box);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('loads nothing but its small script until a reader comes near', async () => {
    const { page } = await site.open(`/${name}/`);
    await page.waitForTimeout(200);
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((r) => r.name.replace(location.origin, '')),
    );
    expect(scripts.filter((path) => path.endsWith('.js')).toSorted()).toEqual([
      '/boot.js',
      `/${scriptOf(name)}.js`,
    ]);
    await page.context().close();
  });

  it('fits 360 pixels', async () => {
    const { page } = await site.open(`/${name}/`, { viewport: { width: 360, height: 740 } });
    await hydrate(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  });

  it('shows no control without scripts, as none could answer', async () => {
    const { page } = await site.open(`/${name}/`, { javaScriptEnabled: false });
    const controls = await page.locator('input, button, select').all();
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) expect(await control.isVisible()).toBe(false);
    expect(await page.locator('[role=button]').count()).toBe(0);
    await page.context().close();
  });

  // The tests of the site look at every page in both themes; here the figure is hydrated.
  it('has no axe finding when hydrated', async () => {
    const { page } = await site.open(`/${name}/`, { colorScheme: 'dark' });
    await hydrate(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('does not move for readers who ask for that', async () => {
    const { page } = await site.open(`/${name}/`, { reducedMotion: 'reduce' });
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('.fig *')].map((el) => {
          const { transitionDuration, animationDuration } = getComputedStyle(el);
          return Math.max(
            ...`${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat),
          );
        }),
      ),
    );
    expect(longest).toBe(0);
    await page.context().close();
  });

  it('says so when its module cannot be loaded', async () => {
    const { page } = await site.open(`/${name}/`);
    await page.route(/hydrate/, (route) => route.abort());
    await element(page).dispatchEvent('pointerover');
    await page.locator('.fig-failed').waitFor({ state: 'visible' });
    expect(await page.locator('.fig-failed').innerText()).toMatch(/could not be loaded/);
    await page.context().close();
  });
});
