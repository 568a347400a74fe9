import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DESK, Site, type Visit } from './browser.ts';

/*
 * What a visit may meet: a site that changed under the page, a line that is slow or gone, a clock that
 * jumps, a browser that keeps nothing. Each is said in a sentence with what to do, and nothing typed is lost.
 */
vi.setConfig({ testTimeout: 120_000 });
let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const SNIPPET = '/guide/fwb-and-dic/';
const LOST = /^The search could not be loaded.*Load the page again\.$/s;

async function ran(page: Visit): Promise<string> {
  await page.locator('stage-snippet [data-do=run]').first().click();
  const note = page.locator('stage-snippet .snip-note').first();
  await page.waitForFunction(() =>
    /^(Ran|Stopped|Not run|Part)/.test(
      document.querySelector('stage-snippet .snip-note')?.textContent ?? '',
    ),
  );
  return note.innerText();
}

test('the search after a deploy that took its code: said, and back once it is there', async () => {
  const page = await site.visit('/', DESK);
  await page.route(/_astro\/.*\.js$/, (route) => route.abort());
  await page.keyboard.press('/');
  const told = page.getByRole('alert').filter({ hasText: 'search' });
  await told.waitFor();
  expect(await told.innerText()).toMatch(LOST);
  await page.unroute(/_astro\/.*\.js$/);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('/');
  await page.locator('.search input').waitFor();
  await page.context().close();
});

test.each([
  ['the index is gone', /\/pagefind\/pagefind\.js/],
  ['what hands the index on is gone', /\/pagefind\/fitting\//],
  ['the box is gone', /pagefind-ui\.js/],
])('the search where %s says so', async (_, what) => {
  const page = await site.visit('/', DESK);
  await page.route(what, (route) => route.abort());
  await page.keyboard.press('/');
  await page.locator('dialog.search', { hasText: 'could not be loaded' }).waitFor();
  expect(await page.locator('dialog.search').innerText()).toMatch(LOST);
  await page.context().close();
});

const LOST_PART =
  /^A part of the search could not be loaded.*Search again; .*load the page again\.\s+Search again$/s;

test.each([
  ['its list', /pagefind-entry\.json/],
  ['what its list names', /\.pf_meta/],
  ['parts of the index', /\.pf_index/],
  ['the texts of pages', /\/pagefind\/fragment\//],
])('the search that lost %s says so, keeps what was typed, and searches again', async (_, what) => {
  const page = await site.visit('/', DESK);
  await page.context().route(what, (route) => route.fulfill({ status: 404, body: '' }));
  await page.keyboard.press('/');
  const field = page.locator('.search input');
  await field.fill('capability');
  const told = page.locator('dialog.search [role=alert]');
  await told.waitFor();
  expect(await told.innerText()).toMatch(LOST_PART);
  expect(await field.inputValue()).toBe('capability');
  expect(await page.locator('.search .pagefind-ui__result-link').count()).toBe(0);
  await page.context().unroute(what);
  await told.getByRole('button', { name: 'Search again' }).click();
  await page.locator('.search .pagefind-ui__result-link').first().waitFor();
  await expect.poll(() => told.count()).toBe(0);
  expect(await field.inputValue()).toBe('capability');
  await page.context().close();
});

test('the search that has its texts again takes the sentence away', async () => {
  const page = await site.visit('/', DESK);
  const texts = /\/pagefind\/fragment\//;
  await page.context().route(texts, (route) => route.fulfill({ status: 404, body: '' }));
  await page.keyboard.press('/');
  const field = page.locator('.search input');
  await field.fill('capability');
  const told = page.locator('dialog.search [role=alert]');
  await told.waitFor();
  await page.context().unroute(texts);
  await field.fill('memslot');
  await page.locator('.search .pagefind-ui__result-link').first().waitFor();
  await expect.poll(() => told.count()).toBe(0);
  await page.context().close();
});

test('an address that is no text has its page all the same', async () => {
  const page = await site.visit('/', DESK);
  const body = readFileSync(join(site.folder, '404.html'), 'utf8');
  await page.route(/capability-/, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body }),
  );
  await page.goto('/capability-%E0%A4');
  await page.locator('#not-found-search input').waitFor();
  expect(page.faults.errors.filter((error) => /URI/.test(error))).toEqual([]);
  await page.context().close();
});

test.each([
  ['its code is gone', /hydrate/],
  ['its worker and what answers in its place are gone', /(worker|answering)[^/]*\.js/],
  ['what is known of reasons is gone', /reasons[^/]*\.json/],
  ['what is known of releases is gone', /releases\.json/],
])('the workbench where %s says so, and keeps what was pasted', async (_, what) => {
  const page = await site.visit('/workbench/', DESK);
  await page.context().route(what, (route) => route.abort());
  const pasted = 'Linux host 6.17.4\nioctl(KVM_RUN) failed: Bad address';
  await page.locator('#triage-text').fill(pasted);
  const told = page.locator('#triage .fig-failed');
  await told.waitFor({ state: 'visible' });
  expect(await told.innerText()).toMatch(/older than the site.*Load the page again\.$/s);
  expect(await page.locator('#triage-text').inputValue()).toBe(pasted);
  await page.context().close();
});

test('the exam that lost what counts says so, and keeps what is answered', async () => {
  const page = await site.visit('/guide/exam/', DESK);
  await page.context().route(/_astro\/exam\..*\.js$/, (route) => route.abort());
  const said = page.locator('.exam [role=status]');
  await said.scrollIntoViewIfNeeded();
  const lost = 'The part that counts could not be loaded. Reload the page.';
  await expect.poll(() => said.textContent()).toBe(lost);
  const check = page.locator('.check[data-key]').first();
  await check.locator('input').first().check();
  await check.getByRole('button', { name: 'Answer' }).click();
  await expect.poll(() => check.locator('fieldset [role=status]').textContent()).not.toBe('');
  await page.getByRole('button', { name: 'Copy the score' }).click();
  await expect.poll(() => said.textContent()).toBe(lost);
  await page.context().unroute(/_astro\/exam\..*\.js$/);
  await page.reload();
  await said.scrollIntoViewIfNeeded();
  await expect.poll(() => said.textContent()).toMatch(/ right at the first try, \d+ to go\.$/);
  await page.context().close();
});

test('a snippet after a deploy says what to do, and what was typed is there after it', async () => {
  const page = await site.visit(SNIPPET, DESK);
  await page.route(/_astro\/.*\.js$/, (route) => route.abort());
  expect(await ran(page)).toBe(
    'Part of this page is missing. It may be older than the site: reload it.',
  );
  await page.context().setOffline(true);
  await page.locator('stage-snippet [data-do=run]').first().click();
  const note = page.locator('stage-snippet .snip-note').first();
  await expect
    .poll(() => note.innerText())
    .toBe('Part of this page is missing. Check the connection.');
  await page.context().close();
});

test('a clock that stands still or jumps changes no run', async () => {
  for (const clock of ['() => 0', '() => 4e12 * Math.random()']) {
    const page = await site.visit('/', DESK);
    await page.addInitScript(`Date.now = ${clock}; performance.now = ${clock};`);
    await page.goto(SNIPPET);
    expect(await ran(page)).toMatch(/^Ran/);
    await page.context().close();
  }
});

test('a slow line makes one wait, and loses nothing', async () => {
  const page = await site.visit(SNIPPET, DESK);
  await page.context().route(/\.(js|html|json)$/, async (route) => {
    await new Promise((later) => setTimeout(later, 700));
    await route.continue();
  });
  expect(await ran(page)).toMatch(/^Ran/);
  await page.keyboard.press('/');
  await page.locator('.search input').waitFor();
  expect(page.faults.errors).toEqual([]);
  await page.context().close();
});

test('a browser that keeps nothing takes a theme for the page, and runs what is typed', async () => {
  const page = await site.visit('/', DESK);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.goto(SNIPPET);
  await page.locator('#theme').selectOption('dark');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(await ran(page)).toMatch(/^Ran/);
  expect(page.faults.errors).toEqual([]);
  await page.context().close();
});
