import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DESK, onPaths, PHONE, Site } from './browser.ts';

/** The book has some fifty pages. */
vi.setConfig({ testTimeout: 600_000 });

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** Runs a check on each page; a failure names the page. */
async function onEachPage(check: (path: string) => Promise<void>): Promise<void> {
  const paths = await site.paths();
  expect(paths).toContain('/');
  expect(paths.length).toBeGreaterThan(4);
  await onPaths(paths, check);
}

// Each theme on one of the two layouts: their rules are independent of each other.
test.each([
  ['light', DESK],
  ['dark', PHONE],
] as const)('no page has an axe violation in the %s theme', (colorScheme, size) =>
  onEachPage(async (path) => {
    const page = await site.visit(path, { ...size, colorScheme });
    if (path === '/404.html') {
      await page.locator('.pagefind-ui__result-link').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.pagefind-ui__loading'));
    }
    // One function draws all rows of a table: a hundred stand for two thousand, which take minutes.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('tbody tr:nth-child(n + 101)')) row.remove();
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
    expect(found, path).toEqual([]);
    await page.context().close();
  }),
);

test('no page logs an error, breaks its policy, or asks another origin', () =>
  onEachPage(async (path) => {
    const page = await site.visit(path, DESK);
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(200);
    expect(page.faults.errors, path).toEqual([]);
    expect(page.faults.foreign, path).toEqual([]);
    expect(await page.locator('meta[http-equiv="content-security-policy"]').count(), path).toBe(1);
    await page.context().close();
  }));

test('no page scrolls sideways at 360 px', () =>
  onEachPage(async (path) => {
    const page = await site.visit(path, PHONE);
    const width = await page.evaluate(() => {
      scrollTo(500, 0);
      return [document.documentElement.scrollWidth, scrollX];
    });
    expect(width, path).toEqual([360, 0]);
    await page.context().close();
  }));

/** How far the parts of a page on a phone moved while it loaded; the score of layout shift. */
async function shiftOf(from: Site, path: string): Promise<number> {
  const page = await from.visit(path, PHONE);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  await page.context().close();
  return shift;
}

test('nothing moves while a page loads', async () => {
  const shifts = new Map<string, number>();
  await onEachPage(async (path) => void shifts.set(path, await shiftOf(site, path)));
  // The search of the 404 page fills in below the text.
  shifts.delete('/404.html');
  expect([...shifts].filter(([, shift]) => shift > 0)).toEqual([]);
});

test.each(['/sources/', '/glossary/', '/timeline/', '/observations/'])(
  'nothing of %s moves while it comes in parts',
  async (path) => {
    const slow = await Site.open(60);
    expect(await shiftOf(slow, path)).toBe(0);
    await slow.close();
  },
);

test('every page has one heading of level 1, a title, a description and a preview', () =>
  onEachPage(async (path) => {
    const page = await site.visit(path, { javaScriptEnabled: false });
    expect(await page.locator('h1').count(), path).toBe(1);
    expect(await page.title(), path).toMatch(/Stage Two/);
    const meta = (name: string) => page.locator(`meta[${name}]`).getAttribute('content');
    expect(await meta('name="description"'), path).toMatch(/.{20}/);
    const image = new URL((await meta('property="og:image"')) ?? '').pathname;
    const answer = await fetch(site.url + image);
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, 'image/png']);
    await page.context().close();
  }));
