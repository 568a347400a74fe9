import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { downloadOf } from '../support/download.ts';
import { DESK, type Site, type Visit } from './browser.ts';

/* What a reader's hand does on the page of a whole table. */

export const FAULT = '/reference/every-fault/';
export const SLOT = '/reference/every-memslot/';

/** A reader on the page of a table, which has answered. */
export async function openRows(
  site: Site,
  path: string,
  options: Parameters<Site['visit']>[1] = DESK,
): Promise<Visit> {
  const page = await site.visit(path, options);
  await page.locator('stage-rows').dispatchEvent('pointerover');
  await answered(page);
  return page;
}
export const answered = (page: Page): Promise<unknown> =>
  page.locator('stage-rows[data-hydrated][data-answered]').waitFor();

export async function choose(page: Page, key: string, value: string): Promise<void> {
  await page.locator(`[data-key="${key}"]`).selectOption(value);
  await answered(page);
}
export const count = async (page: Page): Promise<string> =>
  (await page.locator('.rows-count').textContent()) ?? '';
export const problems = (page: Page): Promise<string | null> =>
  page.locator('[data-part=problems]').textContent();
/** The words of a row, by its place from 1. */
export const row = (page: Page, at: number): Promise<string[]> =>
  page.locator(`tr[aria-rowindex="${at + 1}"] > *`).allTextContents();
/** What a button saves, and the name of its file. */
export async function savedAs(
  page: Page,
  form: 'csv' | 'json',
): Promise<[text: string, name: string]> {
  const button = page.locator(`[data-take="${form}"]`);
  const download = await downloadOf(page, () => button.click());
  return [readFileSync(await download.path(), 'utf8'), download.suggestedFilename()];
}
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
