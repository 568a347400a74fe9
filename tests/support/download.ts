import type { Download, Page } from 'playwright-core';

/**
 * What a page gives the browser to keep as a file, when `press` is done. Both are waited for together: a
 * wait alone that comes to nothing would end a run after its test.
 */
export async function downloadOf(page: Page, press: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}
