import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Contexts } from '../support/contexts.ts';

let server: Server;
let url: string;
let fetched: string[] = [];
let contexts: Contexts;

beforeAll(async () => {
  server = createServer(({ url: path = '' }, response) => {
    fetched.push(path);
    response.setHeader('cache-control', 'max-age=3600');
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(path.endsWith('.js') ? '' : '<!doctype html><script src="/kept.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());
beforeEach(async () => void (contexts = await Contexts.open()));
afterEach(() => contexts.close());

async function come(): Promise<Page> {
  const page = await contexts.newPage();
  await page.goto(url);
  return page;
}

/** What a reader finds who comes to the page. */
const found = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    history: history.length,
  }));

/** Leaves something behind wherever a page can. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    localStorage.setItem('a', '1');
    sessionStorage.setItem('a', '1');
    document.cookie = 'a=1; max-age=3600';
    await new Promise((done) => (indexedDB.open('a').onsuccess = done));
    history.pushState(null, '', '?again');
  });

describe('a reader who came in a test', () => {
  let before: Page;
  let mine: Contexts;
  beforeAll(async () => void (mine = await Contexts.open()));
  afterAll(() => mine.close());
  it('need not leave by themselves', async () => {
    before = await mine.newPage();
    expect(before.isClosed()).toBe(false);
  });
  it('has left when the next one comes', async () => {
    expect(await mine.newPage()).toBe(before);
  });
});

describe('a reader who leaves', () => {
  it('hands on the window, with nothing in it', async () => {
    const first = await come();
    const empty = await found(first);
    await settle(first);
    expect(await found(first)).not.toEqual(empty);
    const heard: string[] = [];
    first.on('request', (request) => heard.push(request.url()));
    await first.route('**/*', (route) => route.abort());
    await first.context().close();

    fetched = [];
    const second = await come();
    expect(second).toBe(first);
    expect(await found(second)).toEqual({ ...empty, history: expect.any(Number) });
    expect(fetched).toContain('/kept.js');
    expect(heard).toEqual([]);
    await second.goBack();
    expect(second.url()).not.toContain('again');
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['a script that runs on each page', (page) => page.addInitScript(() => void 0)],
    ['the clock', (page) => page.clock.install()],
    ['a route of the context', (page) => page.context().route('**/x', (route) => route.abort())],
    ['a second page', (page) => page.context().newPage()],
    ['the page, by closing it', (page) => page.close()],
  ])('takes the window along who has changed %s', async (_, change) => {
    const first = await come();
    await change(first);
    await first.context().close();
    expect(await come()).not.toBe(first);
  });

  it('leaves the window as large as it was, and the theme as it was', async () => {
    const looks = (page: Page) =>
      page.evaluate(() => [
        innerWidth,
        ...['(prefers-color-scheme: dark)', 'print', '(prefers-reduced-motion)'].map(
          (one) => matchMedia(one).matches,
        ),
      ]);
    const first = await come();
    const before = await looks(first);
    await first.setViewportSize({ width: 300, height: 300 });
    await first.emulateMedia({ colorScheme: 'dark', media: 'print', reducedMotion: 'reduce' });
    expect(await looks(first)).toEqual([300, true, true, true]);
    await first.context().close();
    const second = await come();
    expect(second).toBe(first);
    expect(await looks(second)).toEqual(before);
  });

  it('who leaves twice takes nothing from who came after', async () => {
    const first = await come();
    const context = first.context();
    const again = context.close.bind(context);
    await again();
    const second = await come();
    expect(second).toBe(first);
    await again();
    expect(second.isClosed()).toBe(false);
  });

  it('leaves no method of theirs around that of the page', async () => {
    const first = await come();
    const own = first.goto;
    first.goto = (...to) => own.apply(first, to);
    await first.context().close();
    const second = await contexts.newPage();
    expect(second).toBe(first);
    expect(second.goto).toBe(own);
  });

  it('shares no window with who came meanwhile, nor with who came with other wishes', async () => {
    const [first, second] = [await come(), await come()];
    expect(second).not.toBe(first);
    await first.context().close();
    const dark = await contexts.newPage({ colorScheme: 'dark' });
    expect(dark).not.toBe(first);
    expect(second.isClosed()).toBe(false);
  });
});
