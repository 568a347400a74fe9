import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { serveSnippets } from '../snippets/support/site.ts';
import type { Site } from '../snippets/support/site.ts';
import { UNLOCKED } from './unlocked.ts';

/*
 * A snippet meets no network and no storage because its realm has no names for them. Should that
 * ever fail, the frame's own policy and its opaque origin still hold: here they stand alone, in a
 * worker that nobody has locked down.
 */
let site: Site;
let browser: Contexts;
let page: Page;
let frame: Frame;

beforeAll(async () => {
  const fine = { id: 'fine', code: "console.log('fine');", group: null, throws: null };
  [site, browser] = await Promise.all([serveSnippets([fine]), Contexts.open()]);
  page = await browser.newPage();
  await page.goto(site.url);
  await page.hover('[data-do=run]');
  const element = await page.waitForSelector('iframe', { state: 'attached' });
  const found = await element.contentFrame();
  if (!found) throw new Error('the page has no sandbox frame');
  frame = found;
  // An attached frame has no address yet.
  await frame.waitForURL('**/sandbox.html');
}, 300_000);
afterAll(() => Promise.all([browser?.close(), site?.close()]));

/** What the worker says of `code`, whose value may be a promise: "went through", or how it failed. */
const inWorker = (code: string): Promise<string> =>
  frame.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        const body = `(async () => { ${text} })().then(() => 'went through', (e) => e.name).then(postMessage)`;
        const worker = new Worker(URL.createObjectURL(new Blob([body])));
        worker.onmessage = ({ data }) => resolve(data as string);
        worker.onerror = () => resolve('failed to start');
        setTimeout(() => resolve('no answer'), 3000);
      }),
    code,
  );

describe('a worker under the policy alone', () => {
  test('runs', async () => {
    expect(await inWorker('1;')).toBe('went through');
  });
  test.each(UNLOCKED)('%s fails', async (_name, code, error) => {
    site.asked.length = 0;
    expect(await inWorker(code.replace('URL', `${site.url}element.js`))).toBe(error);
    expect(site.asked).toEqual([]);
  });
});

test('the frame is of no origin and cannot reach the page', async () => {
  const tried = await frame.evaluate(() => {
    const attempt = (f: () => unknown): string => {
      try {
        return String(f());
      } catch (thrown) {
        return (thrown as Error).name;
      }
    };
    return {
      origin: origin,
      page: attempt(() => parent.document.title),
      storage: attempt(() => localStorage.length),
      cookie: attempt(() => document.cookie),
      window: attempt(() => open('/')),
    };
  });
  expect(tried).toEqual({
    origin: 'null',
    page: 'SecurityError',
    storage: 'SecurityError',
    cookie: 'SecurityError',
    window: 'null',
  });
});

test('what a stranger says to the page is not heard', async () => {
  await page.evaluate(() => {
    const { port1 } = new MessageChannel();
    postMessage({ type: 'frame' }, '*', [port1]);
    postMessage({ type: 'event', event: { kind: 'log', text: 'forged' } }, '*');
  });
  await page.click('[data-do=run]');
  await page.waitForFunction(() =>
    document.querySelector('.snip-note')?.textContent?.startsWith('Ran'),
  );
  expect(await page.locator('.snip-out').innerText()).toBe('fine');
});
