import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BAD_LINKS, HOSTILE, OLD_LINKS } from '../figures/triage/links.ts';
import { numbersFrom } from '../triage/support/fuzz.ts';
import {
  answeredAs,
  choose,
  copied,
  left,
  paste,
  PATH,
  RUN,
  watchClipboard,
} from './bench-hand.ts';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

describe('a link', () => {
  test('holds text and choices, and nothing is sent', async () => {
    const page = await site.visit(PATH, DESK);
    await watchClipboard(page);
    await choose(page, { mte: '0' });
    await paste(page, RUN);
    await expect.poll(() => page.url()).toContain('#triage=1.');
    const link = await copied(page, 'link');
    expect(link).toBe(page.url());
    const before = await left(page);
    const other = await site.visit(new URL(link).pathname + new URL(link).hash, DESK);
    await answeredAs(other, 'yes');
    expect(await other.locator('#triage-text').inputValue()).toBe(RUN);
    expect(await left(other)).toEqual(before);
    expect(other.faults.foreign).toEqual([]);
  });

  test.each(OLD_LINKS)('of old, packed as $packed, opens', async ({ fragment, input }) => {
    const page = await site.visit(PATH + fragment, DESK);
    await answeredAs(page, 'yes');
    expect(await page.locator('#triage-text').inputValue()).toBe(input.text);
    expect(page.faults.errors).toEqual([]);
  });

  test('that is bad gets a sentence, and leaves what was typed', async () => {
    const page = await site.visit(PATH, DESK);
    await paste(page, RUN);
    for (const [what, fragment] of BAD_LINKS) {
      await page.evaluate((hash) => (location.hash = hash), fragment);
      await expect
        .poll(() => page.locator('[data-said]').textContent(), { message: what })
        .toMatch(/^This link|^The text in this link/);
      expect(await page.locator('#triage-text').inputValue()).toBe(RUN);
      await page.evaluate(() => {
        const said = document.querySelector('[data-said]');
        if (said) said.textContent = '';
      });
    }
    expect(page.faults.errors).toEqual([]);
  });

  test('that is hostile is a text like any other', async () => {
    const page = await site.visit(PATH + HOSTILE, DESK);
    await answeredAs(page, 'yes');
    expect(await page.title()).not.toBe('hit');
    expect(await page.locator('#triage :is(img, script, iframe)').count()).toBe(0);
    expect(await page.locator('#triage-text').inputValue()).toContain('<img src=x');
    expect([page.faults.errors, page.faults.foreign]).toEqual([[], []]);
  });

  test('for a text that is too long says so', async () => {
    const page = await site.visit(PATH, DESK);
    const next = numbersFrom(7);
    const noise = Array.from({ length: 30_000 }, () => String.fromCharCode(33 + next(90)));
    await paste(page, `KVM_RUN: Bad address\n${noise.join('')}`);
    await page.locator('#triage [data-take=link]').click();
    await expect
      .poll(() => page.locator('#triage .fig-copied').last().textContent())
      .toMatch(/too long for a link/);
  });

  test('that the browser may not copy stands there to be copied by hand', async () => {
    const page = await site.visit(PATH, DESK);
    await paste(page, RUN);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await page.locator('#triage [data-take=command]').click();
    const field = page.locator('#triage [data-taken] textarea');
    await expect.poll(() => field.inputValue()).toContain('stage-two -- triage - <<');
  });
});
