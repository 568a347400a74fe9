import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { handOn } from './support/hand.ts';
import { fence, serveSnippets } from './support/site.ts';
import type { Site } from './support/site.ts';

/* Where a browser or a server allows no worker, the reader is told so at once, and at each Run. */
vi.setConfig({ testTimeout: 60_000 });
const TOLD =
  'Stopped: this browser, or the server of this page, allows no worker, and a snippet runs in one';

let site: Site;
let browser: Contexts;
let context: BrowserContext;

beforeAll(async () => {
  [site, browser] = await Promise.all([
    serveSnippets([fence('one', "console.log('runs');")]),
    Contexts.open(),
  ]);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(async () => void (context = await browser.newContext()));
afterEach(() => context.close());

async function runTwice(): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(site.url);
  const { run } = handOn(() => page);
  return [await run('one'), await run('one')];
}

test('a browser without workers', async () => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  expect(await runTwice()).toEqual([TOLD, TOLD]);
});

test('a server that forbids them', async () => {
  await context.route('**/sandbox.html', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" };
    await route.fulfill({ response, headers });
  });
  expect(await runTwice()).toEqual([TOLD, TOLD]);
});

test('both are told apart from a sandbox that works', async () => {
  expect(await runTwice()).toEqual(['runs', 'runs']);
});
