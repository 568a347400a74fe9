import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import type { RunResult } from '../../src/snippets/core/types.ts';
import { startRunner } from '../../src/snippets/node/runner.ts';
import type { Runner } from '../../src/snippets/node/runner.ts';
import { handOn } from '../snippets/support/hand.ts';
import { fence, serveSnippets } from '../snippets/support/site.ts';
import type { Site } from '../snippets/support/site.ts';
import { FLOODS } from './floods.ts';
import { FORGERIES, SEEN, SET_UP } from './forgeries.ts';
import { ODD } from './odd-values.ts';

/*
 * "seen on Linux" is a word of evidence: it may stand only behind what is drawn as a kernel was seen to
 * say it, whatever the code of a reader does. The same programs run in the page and in the build.
 */
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let browser: Contexts;
let page: Page;
/** Has the browser's way to run a snippet without buttons; a page has one sandbox, so that it is another. */
let bare: Page;
let runner: Runner;
const faults: string[] = [];

beforeAll(async () => {
  [site, browser, runner] = await Promise.all([
    serveSnippets([fence('seen', `${SET_UP}show(real);`)], 0, SEEN),
    Contexts.open(),
    startRunner(),
  ]);
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(site.url);
  bare = await browser.newPage();
  bare.on('pageerror', (error) => faults.push(error.message));
  await bare.goto(site.url);
  await bare.addScriptTag({ url: `${site.url}run-in-page.js`, type: 'module' });
  await bare.waitForFunction(() => 'runInPage' in window);
}, 120_000);
afterAll(() => Promise.all([browser?.close(), site?.close(), runner?.close()]));

const { run, type } = handOn(() => page);
const marks = (): Promise<string[]> => page.locator('#seen .snip-out .seen').allInnerTexts();
/** What is drawn of each verdict that has a mark. */
const marked = (): Promise<string[]> =>
  page
    .locator('#seen .snip-out .ev-show:has(.seen)')
    .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));
const inPage = (code: string): Promise<RunResult> =>
  bare.evaluate(
    (text) =>
      (window as unknown as { runInPage(fences: unknown): Promise<RunResult> }).runInPage([
        { id: 'own', code: text },
      ]),
    code,
  );

describe('no mark stands behind what no kernel said', () => {
  let honest = '';
  beforeAll(async () => {
    [honest = ''] = await marked();
  });

  test('the honest answer has one', () => expect(honest).toContain('seen on Linux 7.3.4'));

  test.each(FORGERIES)('$name', async ({ code, orReal = false }) => {
    faults.length = 0;
    await type('seen', SET_UP + code);
    const output = await run('seen');
    expect(output).not.toBe('Ends without output.');
    await page.waitForTimeout(150);
    const forged = (await marked()).filter((one) => !orReal || one !== honest);
    expect(forged).toEqual([]);
    expect(
      await page.locator('#seen .snip-out .snip-out, #seen .snip-out [class*=" seen"]').count(),
    ).toBe(0);
    expect(faults).toEqual([]);
  });

  test('and it stands behind what edited code computes honestly', async () => {
    await type('seen', `${SET_UP}show(real); // edited`);
    await run('seen');
    await expect.poll(marks).toEqual(['seen on Linux 7.3.4, neoverse-v1']);
    await type(
      'seen',
      `${SET_UP}show(structuredCopy(real));\nfunction structuredCopy<T>(v: T): T { return JSON.parse(JSON.stringify(v)) as T; }`,
    );
    await run('seen');
    await expect.poll(marks).toEqual(['seen on Linux 7.3.4, neoverse-v1']);
  });
});

describe('what no snippet can print is a line, and the run goes on, in page and build alike', () => {
  test.each(ODD)('$name', async ({ code, prints }) => {
    faults.length = 0;
    const built = await runner.run([{ id: 'own', code: SET_UP + code }]);
    const drawn = await inPage(SET_UP + code);
    expect(drawn.text).toBe(built.text);
    expect(drawn.events.map(({ kind }) => kind)).toEqual(built.events.map(({ kind }) => kind));
    expect(built.text).toMatch(prints);
    await type('seen', SET_UP + code);
    const output = await run('seen');
    expect(output).not.toMatch(/Part of this page|A fault of this page/);
    expect(faults).toEqual([]);
  });
});

describe('the page has little to draw, whatever is printed', () => {
  test.each(FLOODS)('%s', async (_, code) => {
    await type('seen', code);
    await run('seen');
    const { elements, longest } = await page.locator('#seen .snip-out').evaluate((out) => {
      const texts = [...out.querySelectorAll('*')].flatMap(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE),
      );
      const odd = texts
        .map(({ nodeValue }) => nodeValue ?? '')
        .filter((one) => /[^\0-\xff]/.test(one));
      return {
        elements: out.querySelectorAll('*').length,
        longest: Math.max(0, ...odd.map(({ length }) => length)),
      };
    });
    expect(elements).toBeLessThan(20_000);
    expect(longest).toBeLessThanOrEqual(251);
  });

  // cspell:ignore onetwo
  test('while a run lasts, what stands stays, and only what is new is drawn', async () => {
    const wait = 'for (const end = Date.now() + 700; end > Date.now(); );';
    await type('seen', `console.log('one');\n${wait}\nconsole.log('two');`);
    await page.click('#seen [data-do=run]');
    const first = page.locator('#seen .snip-out .ev').first();
    await page.waitForFunction(
      () => document.querySelector('#seen .snip-out')?.textContent === 'one',
    );
    await first.evaluate((node) => node.setAttribute('data-kept', ''));
    await page.waitForFunction(
      () => document.querySelector('#seen .snip-out')?.textContent === 'onetwo',
    );
    expect(await page.locator('#seen .snip-out [data-kept]').innerText()).toBe('one');
  });
});
