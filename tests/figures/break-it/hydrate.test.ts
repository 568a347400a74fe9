import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, PRESET } from '../../../src/figures/break-it/fields.ts';
import { explore } from '../../../src/model/index.ts';
import { figureSite, type FigureSite } from '../support/site.ts';
import { axeFindings } from '../../support/axe.ts';

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const part = (page: Page, name: string) => page.locator(`[data-part=${name}]`);
const moves = (page: Page) => page.locator('[data-move]');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The leak of the founding mail, as a reader finds it. */
const LEAK = [
  'A leaves its secret in memory',
  'A is gone, its mapping too',
  'The owner writes zeros',
  'KVM accepts the memslot',
  'B faults, KVM maps the page device, without maintenance',
  'B reads: memory answers',
] as const;

async function play(page: Page, names: readonly string[]): Promise<void> {
  const before = await part(page, 'log').locator('li').count();
  for (const [i, name] of names.entries()) {
    await press(page, name);
    await expect.poll(() => part(page, 'log').locator('li').count()).toBe(before + i + 1);
  }
}

describe('break it', () => {
  it('lets a reader find the leak by clicking, and says so', async () => {
    const { page, errors } = await site.open('/break-it/');
    expect(LEAK.length).toBe(
      explore({
        policy: 'fallback-to-device',
        host: { fwb: false, dic: false },
        property: 'noLeak',
      }).trace?.length,
    );
    await play(page, LEAK);
    expect(await part(page, 'broken').locator('.verdict-leak').isVisible()).toBe(true);
    expect(await part(page, 'say').textContent()).toMatch(
      /^Move 6: B reads\. leak: B has read A's/,
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('takes a move back and starts again', async () => {
    const { page } = await site.open('/break-it/');
    const first = await part(page, 'moves').innerHTML();
    await play(page, LEAK);
    await press(page, 'Undo');
    expect(await part(page, 'log').locator('li').count()).toBe(LEAK.length - 1);
    expect(await part(page, 'broken').locator('.verdict-leak').count()).toBe(0);
    await play(page, LEAK.slice(-1));
    expect(await part(page, 'broken').locator('.verdict-leak').count()).toBe(1);
    await press(page, 'Restart');
    expect(await part(page, 'log').locator('li').count()).toBe(0);
    expect(await part(page, 'moves').innerHTML()).toBe(first);
    await page.context().close();
  });

  it('is played by keyboard: the focus waits before the new moves', async () => {
    const { page } = await site.open('/break-it/');
    await moves(page).first().focus();
    await page.locator('[data-hydrated]').waitFor();
    for (let i = 1; i <= 3; i++) {
      await page.keyboard.press('Enter');
      expect(await part(page, 'log').locator('li').count()).toBe(i);
      expect(await part(page, 'moves').evaluate((el) => el === document.activeElement)).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.context().close();
  });

  it('hints at each next move up to the break', async () => {
    const { page } = await site.open('/break-it/?break-it=policy:fwb-only,fwb:1,dic:0,guest:wb');
    await page.locator('[data-hydrated]').waitFor();
    const host = { fwb: true, dic: false };
    const { trace } = explore({ policy: 'fwb-only', host, property: 'noStaleFetch' });
    for (let i = trace?.length ?? 0; i > 0; i--) {
      await press(page, 'Hint');
      expect(await part(page, 'hint').innerText()).toContain(
        i === 1 ? 'one move away' : `${i} moves away`,
      );
      await page.locator('.mv-hint').click();
    }
    expect(await part(page, 'broken').locator('.verdict-stale').innerText()).toBe('stale fetch');
    await page.context().close();
  });

  it('proves that nothing can break where nothing can', async () => {
    const { page } = await site.open('/break-it/?break-it=policy:error-on-creation,fwb:1,dic:1');
    await page.locator('[data-hydrated]').waitFor();
    await press(page, 'Hint');
    const { states } = explore({
      policy: 'error-on-creation',
      host: { fwb: true, dic: true },
      property: 'noLeak',
    });
    expect(await part(page, 'hint').innerText()).toContain(`all ${states} states`);
    await page.context().close();
  });

  it('starts anew with another choice, and from a row of the table', async () => {
    const { page } = await site.open('/break-it/');
    await play(page, LEAK.slice(0, 2));
    await page.getByRole('checkbox', { name: 'FWB' }).check();
    expect(await part(page, 'log').locator('li').count()).toBe(0);
    await page.getByRole('link', { name: 'Play' }).first().click();
    expect(await page.locator('select[data-key=policy]').inputValue()).toBe('no-fwb-check');
    expect(await part(page, 'case').innerText()).toContain('without the check of FWB');
    await page.context().close();
  });

  it('has room on a phone, for free play and for what is said of a mission', async () => {
    const { page } = await site.open('/break-it/', { viewport: { width: 320, height: 640 } });
    await play(page, LEAK);
    const gap = await part(page, 'missions')
      .locator('label')
      .first()
      .evaluate((label) => {
        const words = document.createRange();
        words.selectNodeContents(label.querySelector('input')?.nextSibling ?? label);
        // The blank at its end is as wide as one.
        words.setEnd(words.endContainer, words.toString().trimEnd().length);
        const chip = label.querySelector('.verdict')?.getBoundingClientRect();
        return (chip?.left ?? 0) - words.getBoundingClientRect().right;
      });
    expect(gap).toBeGreaterThan(2);
    await page.getByRole('radio', { name: 'Free play' }).check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await press(page, 'Hint');
    const [buttons, said] = await page.evaluate(() =>
      ['.bk-moves > .fig-controls', '[data-part=hint]'].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      ),
    );
    expect((said?.top ?? 0) - (buttons?.bottom ?? 0)).toBeGreaterThan(4);
    await page.context().close();
  });

  it('tells that a mission is done, and keeps it for the visit', async () => {
    const { page } = await site.open('/break-it/');
    const missions = part(page, 'missions').locator('label');
    expect(await missions.locator('.verdict').count()).toBe(0);
    await play(page, LEAK);
    expect(await missions.first().innerText()).toMatch(/Make 6\.16 leak\s+done/);
    expect(await part(page, 'say').textContent()).toMatch(/The mission is done\.$/);
    await page.reload();
    await page.getByRole('radio', { name: 'Take DIC away' }).check();
    await expect.poll(() => missions.first().locator('.verdict-supported').count()).toBe(1);
    expect(await page.locator('select[data-key=policy]').inputValue()).toBe('fwb-only');
    expect(await page.getByRole('checkbox', { name: 'DIC' }).isChecked()).toBe(true);
    await press(page, 'Hint');
    expect(await part(page, 'hint').innerText()).toContain('Take DIC from the host.');
    await page.getByRole('checkbox', { name: 'DIC' }).uncheck();
    await press(page, 'Hint');
    expect(await part(page, 'hint').innerText()).toContain('stale fetch');
    await page.context().close();
  });

  it('plays the proof of a row step by step, and lets the reader take over', async () => {
    const { page, errors } = await site.open('/break-it/');
    await page.locator('#break-it').dispatchEvent('pointerover');
    await page.locator('[data-hydrated]').waitFor();
    await page.clock.install();
    await page.getByRole('link', { name: 'Play' }).first().click();
    const proof = page.locator('.bk-proof');
    expect(await proof.locator('.step-of').innerText()).toMatch(/^Step 2 of /);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pause');
    expect(await page.locator('.bk').isVisible()).toBe(false);
    await page.clock.runFor(120_000);
    const { trace } = explore({
      policy: caseOf({ ...PRESET, policy: 'no-fwb-check' }).policy,
      host: { fwb: false, dic: true },
      guestS1: 'nc',
      property: 'noLeak',
    });
    const last = trace?.length ?? 0;
    expect(await proof.locator('.step-of').innerText()).toBe(`Step ${last} of ${last}`);
    expect(await proof.locator('.is-at .verdict-leak').count()).toBe(1);
    await press(page, 'Take over from here');
    expect(await page.locator('.bk').isVisible()).toBe(true);
    expect(await part(page, 'log').locator('li').count()).toBe(last);
    expect(await part(page, 'broken').locator('.verdict-leak').count()).toBe(1);
    await press(page, 'Undo');
    expect(await part(page, 'broken').locator('.verdict-leak').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has the start, its moves and the table without scripts', async () => {
    const { page } = await site.open('/break-it/', { javaScriptEnabled: false });
    expect(await page.locator('.sg').isVisible()).toBe(true);
    expect(await page.locator('.mv-plain').getByText(LEAK[0], { exact: true }).isVisible()).toBe(
      true,
    );
    expect(await page.locator('table').isVisible()).toBe(true);
    expect(await page.locator('.sf-play').first().isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 360],
  ] as const)('has no axe finding after a leak, %s at %i', async (colorScheme, width) => {
    const viewport = { width, height: 800 };
    const { page } = await site.open('/break-it/', { colorScheme, viewport });
    await play(page, LEAK);
    await press(page, 'Hint');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
