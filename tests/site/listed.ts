import { expect } from 'vitest';
import { DESK, type Site, type Visit } from './browser.ts';

/** The page with the list of what can be taken along; `ready` is awaited before it is asked for. */
export async function listedOn(
  site: Site,
  path: string,
  ready: (page: Visit) => Promise<void> = async () => {},
): Promise<Visit> {
  const page = await site.visit(path, DESK);
  await ready(page);
  await page.getByRole('link', { name: 'Tables and figures of this page' }).click();
  await expect.poll(() => page.locator('.tables-here').count()).toBe(1);
  return page;
}
