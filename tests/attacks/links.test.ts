import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { fence, serveSnippets } from '../snippets/support/site.ts';
import type { Site } from '../snippets/support/site.ts';
import { OPENED, packed, REFUSED } from './hostile-links.ts';

/* Anybody may send a link. It may show a text in the editor, and nothing else. */
const FENCES = [fence('fine', "console.log('fine');"), fence('other', "console.log('other');")];

let site: Site;
let browser: Contexts;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSnippets(FENCES), Contexts.open()]);
}, 300_000);
afterAll(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(async () => {
  page = await browser.newPage();
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(error.message));
});
afterEach(() => page.close());

const noteOf = (): Promise<string> =>
  page.locator('.snip-note').evaluateAll((all) => all.map((one) => one.textContent).join(''));

/** Opens a link, and gives what the reader is told. */
async function told(fragment: string): Promise<string> {
  site.asked.length = 0;
  await page.goto(site.url + fragment);
  await expect.poll(noteOf).not.toBe('');
  return noteOf();
}

describe('a link that is refused says why in one sentence or two, and the page is as it was', () => {
  test.each(REFUSED)('%s', async (_, fragment, why) => {
    const said = await told(fragment);
    expect(said).toMatch(why);
    expect(said.match(/[.]( |$)/g)?.length).toBeLessThanOrEqual(2);
    expect(await page.locator('.snip-editor').count()).toBe(0);
    expect(await page.locator('#fine .snip-code').isVisible()).toBe(true);
    expect(await page.locator('#fine .snip-out').innerText()).toBe('fine');
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.click('#fine [data-do=run]');
    await page.waitForFunction(() =>
      document.querySelector('#fine .snip-note')?.textContent?.startsWith('Ran'),
    );
  });
});

describe('a link that is opened shows a text, and nothing runs', () => {
  test.each(OPENED)('%s', async (_, code) => {
    expect(await told(`#snippet=1.fine.${packed(code)}`)).toBe(
      'This is a version from a link. It has not run.',
    );
    expect(await page.locator('iframe').count()).toBe(0);
    expect(site.asked.filter((path) => /sandbox|stolen/.test(path))).toEqual([]);
    expect(await page.title()).toBe('Snippets');
    expect(await page.locator('#fine .snip-out').innerText()).toBe('fine');
    expect(await page.locator('main img:not(.cm-widgetBuffer), main script').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('and what turns the direction of a line or is not seen shows itself', async () => {
    await told(`#snippet=1.fine.${packed('let a = "\u202E\u200B";')}`);
    expect(await page.locator('#fine .cm-specialChar').count()).toBe(2);
  });

  test('and the next link takes its place, back and forth', async () => {
    await told(`#snippet=1.fine.${packed('one();')}`);
    for (const code of ['two();', 'three();']) {
      await page.evaluate((hash) => (location.hash = hash), `#snippet=1.fine.${packed(code)}`);
      await expect.poll(() => page.locator('#fine .cm-content').innerText()).toBe(code);
    }
    expect(await page.locator('.snip-editor').count()).toBe(1);
  });
});
