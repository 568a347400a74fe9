import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Fence } from '../../../src/snippets/core/types.ts';
import { Contexts } from '../../support/contexts.ts';
import { serveSnippets } from './site.ts';
import type { Site } from './site.ts';

/** What is open while a test runs. */
export interface Opened {
  readonly site: Site;
  readonly browser: Contexts;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** openPage serves a page with snippets for a file of tests, and opens it anew for each of them. */
export function openPage(fences: readonly Fence[]): () => Opened {
  let site: Site;
  let browser: Contexts;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSnippets(fences), Contexts.open()]);
  }, 300_000);
  afterAll(() => Promise.all([browser?.close(), site?.close()]));
  beforeEach(async () => {
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    await page.goto(site.url);
  });
  afterEach(() => context.close());

  return () => ({ site, browser, context, page });
}
