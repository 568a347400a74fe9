import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, OF_COLOURS } from '../support/axe.ts';
import { FIGURE_NAMES, figureHtml } from './support/html.ts';
import { figureSite, type FigureSite } from './support/site.ts';

/* Figures as they stand after a reader has moved them: what axe says then, and what a finger can hit. */

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite('looking');
}, 300_000);
afterAll(() => site.close());

/** Changes the first control that can be changed; a story goes to its third step. */
async function move(page: Page): Promise<void> {
  await page.locator('.fig > :first-child').dispatchEvent('pointerover');
  await page.locator('[data-hydrated]').waitFor();
  const other = page.locator(
    '.fig :is([type=radio]:not(:checked), [type=checkbox], select):visible',
  );
  if ((await other.count()) > 0) {
    const first = other.first();
    if (await first.evaluate((one) => one.localName === 'select'))
      await first.selectOption({ index: 1 });
    else await first.check();
  }
  const bar = page.locator('.step-bar');
  if ((await bar.count()) === 0) return;
  for (const key of ['Home', 'ArrowRight', 'ArrowRight'])
    await bar.locator('[data-step=next]').press(key);
}

/** What axe finds in both themes. Between them nothing changes but colours. */
async function inBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of [
    ['light', undefined],
    ['dark', OF_COLOURS],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await axeFindings(page, '.fig', rules)).map((one) => `${colorScheme} ${one}`));
  }
  return found;
}

describe.each(FIGURE_NAMES)('%s, moved', (name) => {
  it('has no axe finding in either theme', async () => {
    const { page, errors } = await site.open(`/${name}/`, { reducedMotion: 'reduce' });
    await move(page);
    expect(await inBothThemes(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has targets of 24 px, or room around them, on a phone', async () => {
    const { page } = await site.open(`/${name}/`, { viewport: { width: 360, height: 740 } });
    await move(page);
    expect(await axeFindings(page, '.fig', ['target-size'])).toEqual([]);
    await page.context().close();
  });
});

const STORIES = FIGURE_NAMES.filter((name) => figureHtml(name).includes('step-bar'));

describe.each(STORIES)('%s, played to its end', (name) => {
  it('has no axe finding in either theme', async () => {
    const { page } = await site.open(`/${name}/`, { reducedMotion: 'reduce' });
    await move(page);
    await page.clock.install();
    await page.locator('[data-step=play]').click();
    await page.clock.runFor(240_000);
    expect(await page.locator('[data-step=play]').innerText()).toBe('Again');
    expect(await inBothThemes(page)).toEqual([]);
    await page.context().close();
  });
});
