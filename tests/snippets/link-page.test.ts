import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { handOn } from './support/hand.ts';
import { OLD_LINKS } from './support/old-links.ts';
import { openPage } from './support/open-page.ts';
import { fence } from './support/site.ts';

const FENCES = [
  fence('hello', "// hide\nconst who: string = 'reader';\n// show\nconsole.log('hello', who);"),
  fence('flag', 'const fwb = false;\nconsole.log(fwb);'),
];

const opened = openPage(FENCES);
let current: Page | null = null;
const page = (): Page => current ?? opened().page;
const { output, note, noted, press, run, type } = handOn(page);
const text = (id: string): Promise<string> => page().locator(`#${id} .cm-content`).innerText();
const clipboard = (): Promise<string> => page().evaluate(() => navigator.clipboard.readText());
/** Packed by Node and not by the page. */
const linkTo = (id: string, code: string): string =>
  `#snippet=1.${id}.${deflateRawSync(code).toString('base64url')}`;

/** Opens the page anew at an address, in a tab of its own. */
async function visit(fragment: string): Promise<void> {
  current = await opened().context.newPage();
  await current.goto(opened().site.url + fragment);
}

describe('Copy link', () => {
  test('is offered for a version of the reader alone', async () => {
    current = null;
    const button = page().getByRole('button', {
      name: 'Copy link to your version of hello',
      exact: true,
    });
    await press('hello', 'edit');
    await page().waitForSelector('#hello .cm-content');
    expect(await button.count()).toBe(0);
    await type('hello', "console.log('mine');");
    expect(await button.isVisible()).toBe(true);
    await press('hello', 'reset');
    expect(await button.isVisible()).toBe(false);
  });

  test('gives an address that brings the version back, for an editor and for a knob', async () => {
    current = null;
    await type('hello', "console.log('mine');\n// hide");
    await press('hello', 'link');
    await noted('hello', /^Link copied/);
    const first = await clipboard();
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#snippet=1\.hello\.[\w-]+$/);
    await page().locator('#flag .knob').click();
    await noted('flag', /^Ran/);
    await press('flag', 'link');
    await noted('flag', /^Link copied/);
    const second = await clipboard();
    await visit(new URL(first).hash);
    await noted('hello', /^This is a version from a link\. It has not run\.$/);
    expect(await text('hello')).toBe("console.log('mine');\n// hide");
    await visit(new URL(second).hash);
    await noted('flag', /^This is a version from a link/);
    expect(await text('flag')).toBe('const fwb = true;\nconsole.log(fwb);');
  });

  test('goes into the address bar where the clipboard is closed', async () => {
    current = null;
    await type('hello', "console.log('mine');");
    await page().evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await press('hello', 'link');
    await noted('hello', /address bar/);
    expect(page().url()).toMatch(/#snippet=1\.hello\./);
  });
});

describe('an address with a version', () => {
  test.each(OLD_LINKS)('of old, packed as $packed, opens', async ({ fragment, code }) => {
    await visit(fragment);
    await noted('hello', /^This is a version from a link\. It has not run\.$/);
    expect(await page().locator('#hello .cm-line').allTextContents()).toEqual(code.split('\n'));
  });

  test('shows it, and runs it only when the reader says so', async () => {
    await visit(linkTo('hello', "console.log('theirs');"));
    await noted('hello', /^This is a version from a link/);
    expect(await page().locator('iframe').count()).toBe(0);
    expect(await output('hello')).toBe('hello reader');
    expect(await page().locator('#hello [data-do=run]').innerText()).toBe('Run your version');
    expect(await run('hello')).toBe('theirs');
    await press('hello', 'reset');
    expect(await output('hello')).toBe('hello reader');
  });

  test('that holds what the author wrote says so, and folds its set-up', async () => {
    await visit(linkTo('hello', "\nconst who: string = 'reader';\n\nconsole.log('hello', who);"));
    await noted('hello', /^The version from the link is the one of this page\.$/);
    expect(await text('hello')).toMatch(/^Set-up, 1 line/);
  });

  test('that comes while the page is open is opened too, and Undo brings back the own text', async () => {
    current = null;
    await type('hello', "console.log('mine');");
    await page().evaluate((hash) => (location.hash = hash), linkTo('hello', 'theirs();'));
    await noted('hello', /^This is a version from a link\. It has not run\. Undo brings back/);
    expect(await text('hello')).toBe('theirs();');
    await page().locator('#hello .cm-content').focus();
    await page().keyboard.press('Control+z');
    expect(await text('hello')).toBe("console.log('mine');");
  });

  test('does not cost what was typed before, though the tab goes elsewhere', async () => {
    current = null;
    await type('hello', "console.log('mine');");
    await page().goto('about:blank');
    await page().goto(opened().site.url + linkTo('hello', 'theirs();'));
    await noted('hello', /^This is a version from a link/);
    await page().goto('about:blank');
    await page().goto(opened().site.url);
    await press('hello', 'edit');
    await noted('hello', /^This is what you typed before/);
    expect(await text('hello')).toBe("console.log('mine');");
  });

  test('for a snippet that is folded away unfolds it, and brings it into view', async () => {
    const { context, site } = opened();
    current = await context.newPage();
    await current.route(site.url, async (route) => {
      const html = await (await route.fetch()).text();
      const folded = html.replace(
        /(<stage-snippet id="flag"[^]*?<\/stage-snippet>)/,
        '<p>x</p>'.repeat(200) + '<details><summary>a</summary><details>$1</details></details>',
      );
      await route.fulfill({ body: folded, contentType: 'text/html; charset=utf-8' });
    });
    await current.goto(site.url + linkTo('flag', 'theirs();'));
    await noted('flag', /^This is a version from a link/);
    expect(await page().locator('#flag .cm-content').isVisible()).toBe(true);
    const box = await page().locator('#flag').boundingBox();
    expect(box?.y).toBeLessThan(page().viewportSize()?.height ?? 0);
  });

  test('says so where the editor cannot be loaded', async () => {
    const { context, site } = opened();
    current = await context.newPage();
    await current.route(/(editor|chunk)-?\w*\.js$/, async (route) =>
      (await (await route.fetch()).text()).includes('cm-editor') ? route.abort() : route.continue(),
    );
    await current.goto(site.url + linkTo('hello', 'theirs();'));
    await noted('hello', /^Part of this page is missing/);
    expect(await output('hello')).toBe('hello reader');
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing, a link open, %s', async (colorScheme) => {
  await visit(linkTo('hello', 'let a = "\u202E";\n'));
  await page().emulateMedia({ colorScheme });
  await noted('hello', /^This is a version from a link/);
  expect(await note('hello')).not.toBe('');
  expect(await axeFindings(page())).toEqual([]);
});
