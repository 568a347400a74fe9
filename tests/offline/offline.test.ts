import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILD_MS, builtInFolder, FOLDER } from '../site/build.ts';
import { DESK } from '../site/browser.ts';
import { Contexts } from '../support/contexts.ts';
import { Host } from './host.ts';
import { askWorkbench, keepAll, moveFigure, ran, saysOf, searched } from './reader.ts';

/* After one visit the host goes away; the site stands in a folder with a blank in its name. */

let contexts: Contexts;
let folder = '';
beforeAll(async () => {
  folder = await builtInFolder();
  contexts = await Contexts.open();
}, BUILD_MS);
afterAll(() => contexts.close());

test('without a host pages are read, searched, run, and moved', { timeout: 300_000 }, async () => {
  const host = await Host.open(folder, FOLDER);
  const page = await contexts.newPage(DESK);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await keepAll(page, host);
  await host.leave();

  await page.goto(host.at('guide/fwb-and-dic/'));
  expect(await ran(page)).toMatch(/^Ran/);
  // The frame has no attribute then: what the worker answers with gives it an origin that nothing shares.
  const sandbox = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await sandbox?.evaluate(() => [origin, location.search])).toEqual(['null', '?kept']);
  expect(await searched(page, 'EFAULT')).toContain(FOLDER);
  await page.locator('.search .pagefind-ui__result-link').first().click();
  await page.waitForURL((url) => !url.pathname.includes('fwb-and-dic'));
  await expect
    .poll(() => page.locator('.foot').innerText())
    .toContain('comes from what this browser keeps');

  await moveFigure(page, host);
  await askWorkbench(page, host);

  // An address without its last slash, and one with a question.
  await page.goto(host.at('guide/mte?x=1'));
  expect(page.url()).toBe(host.at('guide/mte/?x=1'));

  // What is not kept says so, at its own address.
  const answer = await page.goto(host.at('print/'));
  expect(answer?.status()).toBe(503);
  expect(await page.locator('h1').innerText()).toBe('This page is not kept here');
  expect(page.url()).toBe(host.at('print/'));
  expect(errors).toEqual([]);

  // Forgotten, nothing is left, and the next page is the host's.
  await page.goto(host.at('offline/'));
  await expect.poll(() => saysOf(page)).toBe('kept');
  await page.locator('[data-says=kept] [data-do=forget]').press('Enter');
  await expect.poll(() => saysOf(page)).toBe('nothing');
  // The button is gone with its sentence; who goes on by key does so from the one that is shown.
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['says'])).toBe(
    'nothing',
  );
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  await expect(page.goto(host.at('guide/mte/'))).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await host.back();
  const after = await page.context().newPage();
  await after.goto(host.at('guide/mte/'));
  expect(await after.locator('.foot').innerText()).not.toContain('this browser keeps');
  await page.context().close();
  await host.leave();
});
