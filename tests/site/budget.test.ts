import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, Site } from './browser.ts';

/* What a page weighs is in pages.test.ts. */

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test('nothing of the search is loaded before it is opened', async () => {
  const page = await site.visit('/', DESK, 'networkidle');
  expect(page.faults.requests.filter((path) => path.includes('pagefind'))).toEqual([]);
});
