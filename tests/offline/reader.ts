import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Host } from './host.ts';

/** The sentence that `/offline/` shows now, by its name. */
export const saysOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-says]')];
    return lines.find((line) => !line.hidden)?.dataset['says'];
  });

/** Presses the button that keeps the book, and waits until it is kept. */
export async function keepAll(page: Page, host: Host): Promise<void> {
  await page.goto(host.at('offline/'));
  await page.locator('[data-says=nothing] [data-do=keep]').click();
  await expect.poll(() => saysOf(page)).toBe('kept');
}

/** What the first snippet of the page prints. */
export async function ran(page: Page): Promise<string> {
  const snippet = page.locator('stage-snippet').first();
  await snippet.locator('[data-do=run]').click();
  await expect.poll(() => snippet.locator('.snip-note').innerText()).toMatch(/^(Ran|Stopped|Part)/);
  return snippet.locator('.snip-note').innerText();
}

/** Where the first result of a search leads. */
export async function searched(page: Page, words: string): Promise<string> {
  await page.keyboard.press('/');
  await page.locator('.search input').fill(words);
  const first = page.locator('.search .pagefind-ui__result-link').first();
  await first.waitFor();
  return new URL((await first.getAttribute('href')) ?? '', page.url()).pathname;
}

/** The figure of the landing page wakes, and moves on. */
export async function moveFigure(page: Page, host: Host): Promise<void> {
  await page.goto(host.at(''));
  const figure = page.locator('stage-drawing').first();
  const before = await figure.innerText();
  await figure.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => figure.innerText()).not.toBe(before);
}

/** The workbench answers, from its own worker. */
export async function askWorkbench(page: Page, host: Host): Promise<void> {
  await page.goto(host.at('workbench/'));
  await page.locator('#triage-text').fill('ioctl(KVM_RUN) failed: Bad address');
  await expect.poll(() => page.locator('#triage').innerText()).toMatch(/EFAULT/);
}
