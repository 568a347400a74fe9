import { afterAll, beforeAll, expect, test } from 'vitest';
import { paste, RUN } from './bench-hand.ts';
import { DESK, Site, type Visit } from './browser.ts';
import { BUILD_MS, FOLDER } from './build.ts';

/* A copy that stands in a folder of its host, with a blank in its name. */

let site: Site;
beforeAll(async () => void (site = await Site.openInFolder()), BUILD_MS);
afterAll(() => site.close());

const CHAPTER = '/guide/mte/';
const visit = (route: string): Promise<Visit> => site.visit(FOLDER + route.slice(1), DESK);

/** Where a link of the page leads, as the browser reads it. */
const pathOf = (page: Visit, link: string): Promise<string> =>
  page
    .locator(link)
    .first()
    .evaluate((one) => (one as HTMLAnchorElement).pathname);

function expectClean({ faults }: Visit): void {
  expect([faults.errors, faults.foreign]).toEqual([[], []]);
  expect(faults.requests.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
  expect(faults.responses.filter((answer) => !answer.ok()).map((answer) => answer.url())).toEqual(
    [],
  );
}

test('a search finds a page and opens it', async () => {
  const page = await visit('/');
  await page.keyboard.press('/');
  expect(await pathOf(page, '.search-starts a >> nth=1')).toBe(
    `${FOLDER}reference/memslot-checks/`,
  );
  await page.locator('.search input').fill('tags MTE');
  const result = page.locator(`.pagefind-ui__result-link[href*="${CHAPTER}"]`).first();
  await result.click();
  await page.waitForURL(`**${FOLDER}guide/mte/**`);
  expect(await page.locator('h1').innerText()).toContain('MTE');
  expectClean(page);
});

test('a snippet runs as the reader has it', async () => {
  const page = await visit(CHAPTER);
  const snippet = page.locator('stage-snippet').first();
  await snippet.locator('[data-do=edit]').click();
  await snippet.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('console.log(8 / 2);\n');
  await snippet.locator('[data-do=run]').click();
  await expect.poll(() => snippet.locator('.snip-out .ev').first().innerText()).toBe('4');
  expectClean(page);
});

test('figures answer, and what they link to is in the folder', async () => {
  const page = await visit('/guide/what-kvm-decides/');
  const figure = page.locator('stage-decide').first();
  const still = await pathOf(page, 'stage-decide a[href*="/sources/"]');
  await figure.locator('input[type=checkbox]').first().click();
  await page.locator('stage-decide[data-hydrated]').first().waitFor();
  await figure.locator('input[type=checkbox]').first().click();
  expect(still).toMatch(`${FOLDER}sources/`);
  const links = await figure
    .locator('a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
  expectClean(page);
});

test('the workbench answers, and leads to chapters', async () => {
  const page = await visit('/workbench/');
  await paste(page, RUN);
  const links = await page
    .locator('stage-triage a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
  expect(links.some((path) => path.startsWith(`${FOLDER}guide/`))).toBe(true);
  expect(links.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
  expectClean(page);
});

test('what was read is kept by its address in the book, and ticked', async () => {
  const page = await visit(CHAPTER);
  await page.locator('.pager:visible').scrollIntoViewIfNeeded();
  const tick = page.locator(`.contents [data-step="${CHAPTER}"] .tick:visible`);
  await expect.poll(() => tick.count()).toBeGreaterThan(0);
  const kept = await page.evaluate(() => localStorage.getItem('stage-two progress'));
  // A file that was saved here is read by a copy that stands elsewhere.
  expect((JSON.parse(kept ?? '{}') as { read: unknown }).read).toEqual([CHAPTER]);
  await page.goto(`${FOLDER}guide/`);
  expect(await page.locator(`main [data-step="${CHAPTER}"] .tick:visible`).count()).toBe(1);
  expectClean(page);
});

test('an address that leads nowhere is searched for without the folder', async () => {
  const page = await visit('/guide/memslot-refused/');
  const field = page.locator('#not-found-search input');
  await expect.poll(() => field.inputValue()).toBe('memslot refused');
  expect(await pathOf(page, '.brand')).toBe(FOLDER);
});
