import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const EFAULT = '/guide/i-got-efault/';
const titles = '.reasons > ol > li:not(.out) > details > summary';
const knows = (id: string) => `.reasons input[value="${id}"]`;

describe('the reasons of an error', () => {
  test.each([
    [EFAULT, 8],
    ['/guide/i-got-einval/', 7],
  ])('stand before any code on %s, all %i of them', (route, count) => {
    const html = readFileSync(join(site.folder, `${route}index.html`), 'utf8');
    const [list] = all(parseHtml(html), '.reasons');
    expect(list && all(list, '[data-reason]').length).toBe(count);
    expect(html.indexOf('class="reasons"')).toBeLessThan(html.indexOf('<pre'));
    expect(html.indexOf('class="reasons"')).toBeLessThan(html.indexOf('<stage-snippet'));
  });

  // A line that is not there, a read that works and a VM without MTE leave the page that cannot be had.
  test('are struck out by what is ticked, and come back', async () => {
    const page = await site.visit(EFAULT, DESK);
    const ticked = ['no-fsc-line', 'reads-work', 'no-mte'];
    for (const id of ticked) await page.locator(knows(id)).check();
    expect(await page.locator(titles).allInnerTexts()).toEqual([
      expect.stringMatching(/^KVM could not get the page/),
    ]);
    const status = page.locator('.reasons [role=status]');
    expect(await status.innerText()).toBe('1 of 8 left. Try 3 first.');
    await page.locator(knows('vma-line')).check();
    expect(await status.innerText()).toMatch(/^Nothing is left/);
    for (const id of [...ticked, 'vma-line']) await page.locator(knows(id)).uncheck();
    expect(await page.locator(titles).count()).toBe(8);
    expect(await status.innerText()).toBe('');
    expect(page.faults.errors).toEqual([]);
  });

  test('say it where what strikes them out does not come', async () => {
    const page = await site.visit(EFAULT, DESK);
    await page.route(/strike/, (route) => route.abort());
    await page.locator(knows('no-mte')).check();
    const status = page.locator('.reasons [role=status]');
    await expect.poll(() => status.innerText()).toMatch(/^Not loaded/);
    await page.unroute(/strike/);
  });

  test('say by which of what is known they are out', async () => {
    const page = await site.visit(EFAULT, PHONE);
    await page.locator(knows('says-1')).check();
    const reason = page.locator('[data-reason=run-cacheable]');
    await reason.locator('summary').click();
    expect(await reason.locator('.holds').innerText()).toBe('Capability 243 answers 1 on the VM');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('are whole without a script, with what rules them out and no box to tick', async () => {
    const page = await site.visit(EFAULT, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.reasons fieldset').isVisible()).toBe(false);
    const reason = page.locator('[data-reason=run-no-vma]');
    await reason.locator('summary').click();
    expect(await reason.innerText()).toContain('`dmesg` has no'.replaceAll('`', ''));
  });

  test.each(['light', 'dark'] as const)('pass axe in the %s theme', async (colorScheme) => {
    const page = await site.visit('/guide/i-got-another-error/', { ...PHONE, colorScheme });
    expect(await axeFindings(page, '.reasons')).toEqual([]);
  });

  test('are text in the Markdown of the page', () => {
    const text = readFileSync(join(site.folder, 'guide/i-got-efault.md'), 'utf8');
    expect(text).toContain('KVM could not get the page');
    expect(text).toContain('Ruled out by');
    expect(text).not.toContain('What do you know?');
  });
});
