import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { serveSnippets } from '../snippets/support/site.ts';
import type { Site } from '../snippets/support/site.ts';
import { ATTACKS } from './attacks.ts';

/* Each attack is typed into a snippet of a real page and run, as a reader would. */
const FINE = { id: 'fine', code: "console.log('fine');", group: null, throws: null };

let site: Site;
let browser: Contexts;
let page: Page;
/** Addresses that were not only asked for but answered. */
const answered: string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSnippets([FINE]), Contexts.open()]);
  page = await browser.newPage();
  page.on('requestfinished', (request) => answered.push(request.url()));
  await page.goto(site.url);
  await page.click('[data-do=edit]');
  await page.waitForSelector('.snip-editor');
  await run("console.log('ready');");
}, 300_000);
afterAll(() => Promise.all([browser?.close(), site?.close()]));

async function run(code: string): Promise<string> {
  await page.click('.snip-editor');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Control+Enter');
  return ended();
}

async function ended(): Promise<string> {
  await page.waitForFunction(
    () => /^(Ran|Stopped|Not run)/.test(document.querySelector('.snip-note')?.textContent ?? ''),
    null,
    { timeout: 120_000 },
  );
  return page.locator('.snip-out').innerText();
}

describe('each attack ends with a clear line, and the next run works', () => {
  test.each(ATTACKS)('$name', { timeout: 120_000 }, async ({ code, ends }) => {
    answered.length = site.asked.length = 0;
    const output = await run(code.replace('SITE/', site.url));
    expect(output.split('\n').at(-1)).toMatch(ends);

    const about = await page.evaluate(() => [document.title, location.pathname, document.cookie]);
    expect(about).toEqual(['Snippets', '/', '']);
    // The editor may load parts of its own, whose names carry a hash, and the names that it offers; no attack asks for one of those.
    const own = /\/(sandbox(-whole)?\.html|names\.json|\w+-[A-Z0-9]{8}\.js)$|^blob:/;
    expect([...answered, ...site.asked].filter((url) => !own.test(url))).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelectorAll('.snip-out img, .snip-out b').length),
    ).toBeLessThan(2);

    expect(await run("console.log('fine again');")).toBe('fine again');
  });
});
