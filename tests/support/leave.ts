// cspell:ignore framenavigated
import type { Page } from 'playwright-core';

/**
 * leave empties a page from within: it asks for nothing, and the process that drew it draws the next one.
 * Who goes to an empty page by its address gets a new process, and the next page another: half of what a
 * visit costs.
 */
export async function leave(page: Page): Promise<void> {
  if (page.url() === EMPTY) return;
  try {
    const left = page.waitForEvent('framenavigated', {
      predicate: (frame) => frame === page.mainFrame(),
      timeout: 5000,
    });
    left.catch(() => {});
    await page.evaluate((to) => {
      window.name = '';
      location.replace(to);
    }, EMPTY);
    await left;
    if (page.url() === EMPTY) return;
  } catch {
    // A document that ran nothing, or was about to be left, or that said no.
  }
  await page.goto(EMPTY);
}

const EMPTY = 'about:blank';
