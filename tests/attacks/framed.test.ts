import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxPage } from '../../src/snippets/sandbox/page.ts';
import { Contexts } from '../support/contexts.ts';
import { FRAMINGS } from './framings.ts';

/*
 * A host that sends no headers forbids nobody to frame the sandbox. What holds there is the page itself:
 * it runs nothing unless its origin is opaque, as the frames of the site make it.
 */
let browser: Contexts;
let host: Server;
let stranger: Server;
const at = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A server of one page, without any header but its type. */
async function serverOf(html: () => string): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

let attributes = '';
beforeAll(async () => {
  const sandbox = await sandboxPage('usual');
  [browser, host, stranger] = await Promise.all([
    Contexts.open(),
    serverOf(() => sandbox),
    serverOf(
      () => `<!doctype html><script>
        globalThis.heard = [];
        addEventListener('message', ({ data }) => heard.push(data.type));
      </script><iframe ${attributes} src="${at(host)}/sandbox.html"></iframe>`,
    ),
  ]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  for (const server of [host, stranger]) {
    server?.closeAllConnections();
    server?.close();
  }
});

const SENTENCE =
  'This page runs the snippets of Stage Two, inside of its pages only. Nothing runs here.';

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
