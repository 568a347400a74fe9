import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { vi } from 'vitest';
import { launchChromium } from '../../scripts/browser.ts';
import { builtSite } from './build.ts';
import { serve } from './serve.ts';

/** A build comes first, and other tests share the processor. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

/** What a page did that it should not do. */
export interface Faults {
  /** Console errors, uncaught errors and violations of the content security policy. */
  readonly errors: string[];
  /** Requests that left the site. */
  readonly foreign: string[];
  /** Requests of the page, as paths, in order. */
  readonly requests: string[];
}

/** The built site behind a server, and a browser in front of it. */
export class Site {
  readonly url: string;
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(url: string, server: Server, browser: Browser) {
    this.url = url;
    this.#server = server;
    this.#browser = browser;
  }

  /** `pauseMs`: pages come in parts, with a pause after each. */
  static async open(pauseMs = 0): Promise<Site> {
    const { url, server } = await serve(await builtSite(), 0, pauseMs);
    return new Site(url, server, await launchChromium());
  }

  /** A fresh reader on a page. */
  async visit(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<Page & { faults: Faults }> {
    const context = await this.#browser.newContext({ baseURL: this.url, ...options });
    const page = await context.newPage();
    const faults: Faults = { errors: [], foreign: [], requests: [] };
    page.on('console', (message) => {
      if (message.type() === 'error') faults.errors.push(message.text());
    });
    page.on('pageerror', (error) => faults.errors.push(error.message));
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === this.url) faults.requests.push(pathname);
      else if (!/^(data|blob):/.test(request.url())) faults.foreign.push(request.url());
    });
    await page.goto(path, { waitUntil: 'load' });
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

/** Runs a check on each path, two at a time; both cores are busy then. */
export async function onPaths(
  paths: readonly string[],
  check: (path: string) => Promise<void>,
): Promise<void> {
  const rest = paths.values();
  const worker = async (): Promise<void> => {
    for (const path of rest) await check(path);
  };
  await Promise.all([worker(), worker()]);
}

export const PHONE = { viewport: { width: 360, height: 740 } } as const;
export const DESK = { viewport: { width: 1440, height: 900 } } as const;
