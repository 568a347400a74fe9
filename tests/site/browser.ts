import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { PATIENCE_MS } from '../../scripts/browser.ts';
import { Contexts, type Purpose } from '../support/contexts.ts';
import { leave } from '../support/leave.ts';
import { builtInFolder, builtSite, FOLDER } from './build.ts';
import { serve } from './serve.ts';
import { settles } from './settled.ts';

/** What a page did that it should not do. */
export interface Faults {
  /** Console errors, uncaught errors and violations of the content security policy. */
  readonly errors: string[];
  /** Requests that left the site. */
  readonly foreign: string[];
  /** Requests of the page, as paths, in order. */
  readonly requests: string[];
  /** What was answered, in order. */
  readonly responses: Response[];
}

export type Visit = Page & { readonly faults: Faults };
type Until = 'load' | 'networkidle';

/** The built site behind a server, and a browser in front of it. */
export class Site {
  readonly url: string;
  /** Where the built files are. */
  readonly folder: string;
  readonly #server: Server;
  readonly #contexts: Contexts;

  private constructor(url: string, folder: string, server: Server, contexts: Contexts) {
    this.url = url;
    this.folder = folder;
    this.#server = server;
    this.#contexts = contexts;
  }

  /** `pauseMs`: pages come in parts, with a pause after each. */
  static async open(pauseMs = 0, purpose: Purpose = 'all'): Promise<Site> {
    const folder = await builtSite();
    const { url, server } = await serve(folder, 0, pauseMs);
    return new Site(url, folder, server, await Contexts.open(purpose));
  }

  /** The site that stands in a folder of its host, with a blank in its name. */
  static async openInFolder(): Promise<Site> {
    const folder = await builtInFolder();
    const { url, server } = await serve(folder, 0, 0, FOLDER);
    return new Site(url, folder, server, await Contexts.open());
  }

  /** A fresh reader on a page. */
  async visit(
    path: string,
    options: BrowserContextOptions = {},
    until: Until = 'load',
  ): Promise<Visit> {
    const page = await this.#page(options);
    await page.goto(path, { waitUntil: until });
    return page;
  }

  /**
   * A reader who leafs through many pages and leaves no trace on them: what is given opens a page for
   * them. Nothing is kept of the pages before, so that each loads all that it needs; a reader for each
   * page would take several times longer.
   */
  async leaf(
    options: BrowserContextOptions,
    until: Until = 'load',
  ): Promise<(path: string) => Promise<Visit>> {
    const page = await this.#page(options);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    // What a page keeps as it is left may be written after its storage was cleared.
    await page.addInitScript(() => {
      try {
        localStorage.clear();
      } catch {
        // A frame that is a stranger everywhere keeps nothing.
      }
    });
    return async (path) => {
      // What the page before is still doing is none of the next one's faults.
      await leave(page);
      // A pointer that is left somewhere comes near to what the next page has there.
      await page.mouse.move(-10, -10);
      const gone = { origin: this.url, storageTypes: 'all' } as const;
      await session.send('Storage.clearDataForOrigin', gone);
      for (const list of Object.values(page.faults)) list.length = 0;
      await page.goto(path, { waitUntil: until });
      return page;
    };
  }

  async #page(options: BrowserContextOptions): Promise<Visit> {
    const context = await this.#contexts.newContext({ baseURL: this.url, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const faults: Faults = { errors: [], foreign: [], requests: [], responses: [] };
    page.on('console', (message) => {
      if (message.type() === 'error') faults.errors.push(message.text());
    });
    page.on('pageerror', (error) => faults.errors.push(error.message));
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === this.url) faults.requests.push(pathname);
      else if (!/^(data|blob):/.test(request.url())) faults.foreign.push(request.url());
    });
    page.on('response', (response) => void faults.responses.push(response));
    const visit = Object.assign(page, { faults });
    // Without a script nothing comes after the load.
    return options.javaScriptEnabled === false ? visit : settles(visit);
  }

  /**
   * Paths of the pages of the site map, and of the page for addresses that lead nowhere. Pages of
   * sources have one template; a much cited source, a mail and one without an address stand for all.
   */
  async paths(): Promise<string[]> {
    const map = await readFile(join(this.folder, 'sitemap-0.xml'), 'utf8');
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, loc]) => new URL(loc ?? '').pathname,
    );
    // The pages of single sources come from one template: three stand for all.
    const [ofSources, others] = [true, false].map((own) =>
      listed.filter((path) => /^\/sources\/.+/.test(path) === own),
    );
    return [...(others ?? []), ...(ofSources ?? []).slice(0, 3), '/404.html'];
  }

  async close(): Promise<void> {
    await this.#contexts.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Runs a check on each path, three at a time: while one waits for its network, two cores are busy. */
export async function onPaths(
  paths: readonly string[],
  check: (path: string) => Promise<void>,
): Promise<void> {
  const rest = paths.values();
  const worker = async (): Promise<void> => {
    for (const path of rest) await check(path);
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** The spacing that WCAG 2.2, 1.4.12, lets a reader set. */
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;

export const PHONE = { viewport: { width: 360, height: 740 } } as const;
export const DESK = { viewport: { width: 1440, height: 900 } } as const;

/** The page for addresses that lead nowhere, once it has found something: its own address finds nothing. */
export async function searchNowhere(page: Page): Promise<void> {
  const field = page.locator('#not-found-search input');
  await field.fill('memslot');
  await page.locator('.pagefind-ui__result-link').first().waitFor();
  // An outline that fades in is none of the page's own styles.
  await field.blur();
  await page.waitForFunction(() => !document.querySelector('.pagefind-ui__loading'));
}
