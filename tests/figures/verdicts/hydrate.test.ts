import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from '../support/site.ts';
import { axeFindings } from '../../support/axe.ts';

let site: FigureSite;

beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const CELL = 'verdicts-fallback-to-device-00-noLeak';
const proofOf = (page: Page, cell: string) =>
  page.locator(`#${cell} a`).evaluate((a) => (a as HTMLAnchorElement).hash.slice(1));

async function hydrate(page: Page): Promise<void> {
  await page.locator('#verdicts').dispatchEvent('pointerover');
  await page.locator('[data-hydrated]').waitFor();
}

describe('the table of verdicts, hydrated', () => {
  it('opens the proof of a cell by a click and by the keyboard', async () => {
    const { page, errors } = await site.open('/verdicts/');
    await hydrate(page);
    const proof = await proofOf(page, CELL);
    const details = page.locator(`[id="${proof}"] details`);
    expect(await details.evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
    await page.locator(`#${CELL} a`).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => details.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
    expect(await details.locator('li').count()).toBe(6);
    await details.locator('summary').click();
    await page.locator(`#${CELL} a`).click();
    await expect.poll(() => details.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('takes a link to a cell of another table', async () => {
    const state = 'verdicts=vma:cacheable,guest:nc,property:coherent';
    const cell = 'verdicts-cacheable-unchecked-00-coherent';
    const { page } = await site.open(`/verdicts/?${state}#${cell}`);
    await page.locator('[data-hydrated]').waitFor();
    expect(await page.locator(`#${cell}`).innerText()).toBe('stale');
    const details = page.locator(`[id="${await proofOf(page, cell)}"] details`);
    expect(await details.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
    await page.context().close();
  });

  it('wakes at an address whose fragment is no text', async () => {
    const { page, errors } = await site.open('/verdicts/#100%');
    await hydrate(page);
    await page.locator(`#${CELL} a`).click();
    await expect.poll(() => page.locator('.vt-proof details[open]').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says what was wrong with a link, and shows what it can', async () => {
    const { page } = await site.open('/verdicts/?verdicts=vma:ram,guest:off');
    await page.locator('[data-hydrated]').waitFor();
    const problems = page.locator('.fig-problems').first();
    await expect.poll(() => problems.innerText()).toContain('"ram"');
    expect(await problems.innerText()).toContain('cacheable, normal-nc, device');
    await page.context().close();
  });

  it('follows a choice in one go, tells it, and keeps it in the address', async () => {
    const { page } = await site.open('/verdicts/');
    await hydrate(page);
    const texts: string[] = [];
    // Every second guest is Write-Back, because the verdicts of the three others are the same.
    for (const guest of ['nc', 'wb', 'device', 'wb', 'off', 'wb']) {
      texts.push(
        // What stands in the table when the event has been handled, before anything else runs.
        await page.evaluate((value) => {
          const select = document.querySelector<HTMLSelectElement>('[data-key=guest]');
          if (!select) return '';
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          return document.querySelector('.vt')?.textContent ?? '';
        }, guest),
      );
    }
    expect(texts.filter((text, i) => text === '' || text === texts[i - 1])).toEqual([]);
    expect(page.url()).toContain('guest:wb');
    await page.locator('[data-key=guest]').selectOption('nc');
    expect(await page.locator('[role=status][data-part=say]').innerText()).toContain(
      'Non-cacheable',
    );
    await page.locator('[data-key=property]').selectOption('noStaleFetch');
    expect(await page.locator('.vt td').count()).toBe(13 * 4);
    await page.locator('.fig-reset').click();
    expect(await page.locator('.vt td').count()).toBe(13 * 4 * 5);
    expect(page.url()).not.toContain('verdicts=');
    await page.context().close();
  });

  it('is one stop of the Tab key; arrow keys lead from cell to cell', async () => {
    const { page } = await site.open('/verdicts/');
    const stops = (within: string) =>
      page.locator(`${within} :is(a, summary):not([tabindex="-1"])`).filter({ visible: true });
    const cell = () => page.evaluate(() => document.activeElement?.closest('td')?.id);
    expect(await stops('.vt').count()).toBe(13 * 4 * 5);
    await page.locator(`#${CELL} a`).focus();
    await page.locator('[data-hydrated]').waitFor();
    expect(await stops('.vt').count()).toBe(1);
    expect(await stops('.vt-proofs').count()).toBe(1);
    for (const [key, id] of [
      ['ArrowRight', 'verdicts-fallback-to-device-01-noLeak'],
      ['ArrowDown', 'verdicts-fallback-to-device-11-noLeak'],
      ['ArrowLeft', 'verdicts-fallback-to-device-10-noLeak'],
      ['ArrowUp', CELL],
      ['End', 'verdicts-fallback-to-device-01-keepsCacheable'],
      ['Home', CELL],
    ] as const) {
      await page.keyboard.press(key);
      expect(await cell(), key).toBe(id);
    }
    // A table that is drawn anew keeps the place, and one stop.
    await page.locator('[data-key=guest]').selectOption('nc');
    expect(await stops('.vt').evaluateAll((all) => all.map((a) => a.closest('td')?.id))).toEqual([
      CELL,
    ]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no axe finding, %s, on a phone, with a proof open',
    async (theme) => {
      const { page } = await site.open('/verdicts/', {
        colorScheme: theme,
        viewport: { width: 360, height: 740 },
      });
      await hydrate(page);
      await page.locator(`#${CELL} a`).click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.context().close();
    },
  );

  it('leads to open proofs without scripts', async () => {
    const { page } = await site.open('/verdicts/', { javaScriptEnabled: false });
    await page.locator(`#${CELL} a`).click();
    const step = page.getByText('A leaves its secret in memory').first();
    expect(await step.isVisible()).toBe(true);
    await page.context().close();
  });
});
