import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';

/** What a page costs before the reader does anything; bytes as sent, compressed. */
export interface Weight {
  js: number;
  css: number;
  fonts: number;
  html: number;
  /** Addresses asked for at other origins. */
  foreign: readonly string[];
}

/** Time that is given to scripts which wait for an idle page before they load more. */
const SETTLE_MS = 1500;

/**
 * Opens an address in a fresh context and adds up what came over the wire until the page rests,
 * prefetched files included. Scripts and styles inside the HTML count as JS and CSS too.
 */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const done: Request[] = [];
    const foreign: string[] = [];
    context.on('request', (request) => {
      if (isForeign(request.url(), url)) foreign.push(request.url());
    });
    context.on('requestfinished', (request) => done.push(request));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLE_MS);
    await page.waitForLoadState('networkidle');
    const sum = { js: 0, css: 0, fonts: 0, html: 0 };
    for (const request of done) {
      const kind = kindOf(request, (await request.response())?.headers()['content-type'] ?? '');
      if (kind) sum[kind] += (await request.sizes()).responseBodySize;
    }
    sum.js += await inline(page, 'script:not([src])');
    sum.css += await inline(page, 'style');
    return { ...sum, foreign };
  } finally {
    await context.close();
  }
}

const isForeign = (address: string, own: string) =>
  /^https?:/.test(address) && new URL(address).origin !== new URL(own).origin;

/** By content type first: Chromium files a prefetched script under "other". */
function kindOf(request: Request, type: string): 'js' | 'css' | 'fonts' | 'html' | undefined {
  if (/javascript/.test(type)) return 'js';
  if (/text\/css/.test(type)) return 'css';
  if (/font/.test(type) || request.resourceType() === 'font') return 'fonts';
  return /html/.test(type) ? 'html' : undefined;
}

/** Each element compressed alone: an upper bound of what it adds to the HTML. */
async function inline(page: Page, selector: string): Promise<number> {
  const texts = await page.$$eval(selector, (elements) =>
    elements
      .filter((element) => !/json/.test(element.getAttribute('type') ?? ''))
      .map((element) => element.textContent),
  );
  return texts.filter(Boolean).reduce((sum, text) => sum + gzipSync(text).length, 0);
}
