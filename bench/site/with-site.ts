import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { serve } from '../../tests/site/serve.ts';

/** Serves a built site and opens a browser before it for as long as `work` takes. */
export async function withSite<Result>(
  folder: string,
  work: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  const { url, server } = await serve(folder);
  const browser = await launchChromium();
  try {
    return await work(browser, url);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
