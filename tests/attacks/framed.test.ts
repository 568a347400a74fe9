import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxPage } from '../../src/snippets/sandbox/page.ts';
import { Contexts } from '../support/contexts.ts';
import { at, framing, FRAMINGS, SENTENCE, serverOf } from './framings.ts';

/*
 * A host that sends no headers forbids nobody to frame the sandbox. What holds there is the page itself:
 * it runs nothing unless its origin is opaque, as the frames of the site make it.
 */
let browser: Contexts;
let host: Server;
let stranger: Server;
let attributes = '';
beforeAll(async () => {
  const sandbox = await sandboxPage('usual');
  [browser, host, stranger] = await Promise.all([
    Contexts.open(),
    serverOf(() => sandbox),
    serverOf(() => framing(attributes, at(host))),
  ]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  for (const server of [host, stranger]) {
    server?.closeAllConnections();
    server?.close();
  }
});

describe('the sandbox page', () => {
  test.each(FRAMINGS)('%s says so, and runs nothing', async (_, given) => {
    attributes = given ?? '';
    const page = await browser.newPage();
    await page.goto(given === null ? `${at(host)}/sandbox.html` : at(stranger));
    const frame = page.frames().find((one) => one.url().endsWith('/sandbox.html'));
    expect(await frame?.locator('p').innerText()).toBe(SENTENCE);
    expect(page.workers()).toEqual([]);
    // By itself it has nobody who could hear it.
    expect(await page.evaluate('globalThis.heard ?? []')).toEqual([]);
    await page.close();
  });

  test('speaks in a frame whose origin is opaque, which has nothing to lose', async () => {
    attributes = 'sandbox="allow-scripts"';
    const page = await browser.newPage();
    await page.goto(at(stranger));
    await page.waitForFunction('heard.length > 0');
    expect(await page.evaluate('heard')).toEqual(['frame']);
    const frame = page.frames().find((one) => one.url().endsWith('/sandbox.html'));
    expect(await frame?.evaluate(() => self.origin)).toBe('null');
    expect(await frame?.locator('p').count()).toBe(0);
    await page.close();
  });
});
