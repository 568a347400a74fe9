import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import { launchChromium, PATIENCE_MS } from '../../scripts/browser.ts';
import { builtSite } from './build.ts';
import { serve } from './serve.ts';

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

/** The built site behind a server, and a browser in front of it. */
export class Site {
  readonly url: string;
  /** Where the built files are. */
  readonly folder: string;
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(url: string, folder: string, server: Server, browser: Browser) {
    this.url = url;
    this.folder = folder;
    this.#server = server;
    this.#browser = browser;
  }

  /** `pauseMs`: pages come in parts, with a pause after each. */
  static async open(pauseMs = 0): Promise<Site> {
    const folder = await builtSite();
    const { url, server } = await serve(folder, 0, pauseMs);
    return new Site(url, folder, server, await launchChromium());
  }

  /** A fresh reader on a page. */
  async visit(
    path: string,
    options: BrowserContextOptions = {},
    until: 'load' | 'networkidle' = 'load',
  ): Promise<Page & { faults: Faults }> {
    const context = await this.#browser.newContext({ baseURL: this.url, ...options });
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
    await page.goto(path, { waitUntil: until });
    return Object.assign(page, { faults });
  }

  /**
   * Paths of the pages of the site map, and of the page for addresses that lead nowhere. Pages of
   * sources have one template; a much cited source, a mail and one without an address stand for all.
   */
  async paths(): Promise<string[]> {
    const map = await (await fetch(`${this.url}/sitemap-0.xml`)).text();
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
    await this.#browser.close();
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

export const PHONE = { viewport: { width: 360, height: 740 } } as const;
export const DESK = { viewport: { width: 1440, height: 900 } } as const;
