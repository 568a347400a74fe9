import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const LATE = '/guide/what-is-open/';
const CURRENT = '#contents details [aria-current=page]';
const ENTRIES = ['Guide', 'Workbench', 'Debate', 'Reference', 'Kernels', 'Glossary'];

/** Whether an element stands inside another, up and down. */
const isInside = (page: Page, inner: string, outer: string): Promise<boolean> =>
  page.evaluate(
    ([one = '', frame = '']) => {
      const [a, b] = [one, frame].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      );
      return a !== undefined && b !== undefined && a.top >= b.top && a.bottom <= b.bottom;
    },
    [inner, outer],
  );

describe('the contents list', () => {
  test.each([LATE, '/guide/memslots/', '/reference/api/', '/debate/', '/errata/'])(
    'shows %s on load, and the page stays where it is',
    async (path) => {
      const page = await site.visit(path, { viewport: { width: 1440, height: 420 } });
      expect(await page.locator(CURRENT).getAttribute('href')).toBe(path);
      expect(await isInside(page, CURRENT, '#contents')).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    },
  );

  test('shows it on a phone each time that it opens', async () => {
    const page = await site.visit(LATE, { viewport: { width: 360, height: 420 } });
    for (const again of [1, 2]) {
      await page.locator('.menu-open').click();
      await expect
        .poll(() => isInside(page, CURRENT, '#contents'), { message: `opening ${again}` })
        .toBe(true);
      await page.evaluate(() => document.querySelector('#contents')?.scrollTo(0, 0));
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('has only the group of the page open, and the others open without JavaScript', async () => {
    const page = await site.visit(LATE, { ...DESK, javaScriptEnabled: false });
    const open = page.locator('#contents details[open]');
    expect(await open.count()).toBe(1);
    expect(await open.locator('[aria-current=page]').count()).toBe(1);
    const folded = page.locator('#contents details:not([open])');
    expect(await folded.count()).toBeGreaterThan(8);
    const link = folded.first().locator('a').first();
    expect(await link.isVisible()).toBe(false);
    await page.locator('#contents details:not([open]) summary').first().click();
    expect(await page.locator('#contents details').first().locator('a').first().isVisible()).toBe(
      true,
    );
  });

  test('marks the current page by more than colour', async () => {
    const page = await site.visit(LATE, DESK);
    const [bar, weight] = await page.locator(CURRENT).evaluate((link) => {
      const { borderInlineStartWidth, borderInlineStartColor, fontWeight } = getComputedStyle(link);
      return [`${borderInlineStartWidth} ${borderInlineStartColor}`, fontWeight];
    });
    expect(bar).toBe('3px rgb(11, 86, 99)');
    expect(Number(weight)).toBeGreaterThanOrEqual(600);
  });

  test('marks it where colours are forced: it alone has a bar', async () => {
    const page = await site.visit(LATE, { ...DESK, forcedColors: 'active' });
    const barred = await page
      .locator('#contents details[open] > ol > li > a')
      .evaluateAll((links) =>
        links
          .filter((link) => getComputedStyle(link).borderInlineStartWidth !== '0px')
          .map((link) => link.getAttribute('href')),
      );
    expect(barred).toEqual([LATE]);
  });
});

test('the bar of a long page stands at its beginning again where the page does', async () => {
  const page = await site.visit('/debate/', PHONE);
  const bar = page.locator('.jump');
  const scrolled = () => bar.evaluate((one) => one.scrollLeft);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(scrolled).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(scrolled).toBe(0);
  await page.context().close();
});

describe('the header', () => {
  test('leads to six places that are there', async () => {
    const page = await site.visit('/', DESK);
    const links = page.locator('.top-entries a');
    expect(await links.allTextContents()).toEqual(ENTRIES);
    const paths = await site.paths();
    for (const link of await links.all()) expect(paths).toContain(await link.getAttribute('href'));
    expect(await page.locator('.top-entries [aria-current]').count()).toBe(0);
  });

  test('says where the page belongs', async () => {
    const page = await site.visit('/guide/memslots/', DESK);
    const current = page.locator('.top-entries [aria-current]');
    expect(await current.allTextContents()).toEqual(['Guide']);
    await page.goto('/glossary/');
    expect(await current.getAttribute('aria-current')).toBe('page');
  });

  test('leads there on a phone through the contents, without JavaScript', async () => {
    const page = await site.visit(LATE, { ...PHONE, javaScriptEnabled: false });
    expect(await page.locator('.top-entries').isVisible()).toBe(false);
    await page.locator('.menu-open').click();
    expect(await page.locator('.contents-entries a').allTextContents()).toEqual(ENTRIES);
    await page.locator('.contents-entries').getByText('Debate').click();
    expect(await page.locator('h1').textContent()).toBe('The debate');
  });
});

/** Some of its headings fold what follows, and are no links. */
const FOLDING = '/observations/7.3.4/';
const BARS = [
  '/debate/',
  '/timeline/',
  '/versions/',
  '/observations/',
  FOLDING,
  '/unknown/',
  '/glossary/',
  '/sources/',
  '/errata/',
];

describe('the bar of a long page', () => {
  test.each(BARS)('of %s stays in sight and says what is read', async (path) => {
    const page = await site.visit(path, DESK);
    const bar = page.locator('.jump');
    const links = await bar.locator('a').all();
    expect(links.length).toBeGreaterThan(1);
    const last = links.at(-2) ?? links[0];
    await last?.click();
    const id = (await last?.getAttribute('href')) ?? '';
    const top = await page.locator('.top').boundingBox();
    const box = await bar.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((top?.height ?? 0) - 1);
    expect(box?.y).toBeLessThan((top?.height ?? 0) + 8);
    const section = await page.locator(id).boundingBox();
    // What it leads to is not under it.
    expect(section?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    expect(section?.y).toBeLessThan(DESK.viewport.height);
    await expect.poll(() => bar.locator('[aria-current=location]').getAttribute('href')).toBe(id);
  });

  test('on a phone it is one line, and the mark in it is in sight', async () => {
    const page = await site.visit('/glossary/', PHONE);
    const bar = page.locator('.jump');
    expect((await bar.boundingBox())?.height).toBeLessThan(56);
    await page.evaluate(() => document.querySelector('#letter-s')?.scrollIntoView());
    const mark = bar.locator('[aria-current=location]');
    await expect.poll(() => mark.textContent()).toBe('S');
    const box = await mark.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  });

  test('leaves a window as low as one at 400 % to the text', async () => {
    const page = await site.visit('/glossary/', { viewport: { width: 320, height: 256 } });
    await page.evaluate(() => document.querySelector('#letter-s')?.scrollIntoView());
    expect((await page.locator('.jump').boundingBox())?.y).toBeLessThan(0);
    expect((await page.locator('#letter-s').boundingBox())?.y).toBeGreaterThan(56);
  });
});

describe('a heading', () => {
  test.each([
    LATE,
    '/guide/memslots/',
    ...BARS.filter((path) => path !== '/sources/' && path !== FOLDING),
  ])('of %s with an address leads to itself, and its name is its words', (path) => {
    const html = parseHtml(readFileSync(join(site.folder, path, 'index.html'), 'utf8'));
    const headings = [...html.querySelectorAll('main :is(h2, h3)')].filter(
      (heading) => heading.id !== '' && heading.closest('.sources, .db-overview') === null,
    );
    expect(headings.length).toBeGreaterThan(0);
    for (const heading of headings) {
      const link = heading.querySelector('a.self');
      expect(link?.getAttribute('href'), heading.id).toBe(`#${heading.id}`);
      expect(link?.textContent).toBe(heading.textContent);
    }
  });

  test('shows its sign when it is pointed at, and when it has the focus', async () => {
    const page = await site.visit(LATE, DESK);
    const link = page.locator('main h2 a.self').first();
    const sign = () => link.evaluate((element) => getComputedStyle(element, '::after').opacity);
    expect(await sign()).toBe('0');
    await link.hover();
    expect(await sign()).toBe('1');
    await page.mouse.move(0, 0);
    expect(await sign()).toBe('0');
    await page.keyboard.press('Tab');
    await link.focus();
    expect(await sign()).toBe('1');
  });

  test('so does that of a claim, which leads to its row among the evidence', async () => {
    const page = await site.visit(LATE, DESK);
    const link = page.locator('p > [id].claim-confirmed ~ a.self').first();
    const sign = () => link.evaluate((element) => getComputedStyle(element, '::after').opacity);
    expect(await sign()).toBe('0');
    await link.locator('xpath=..').hover();
    expect(await sign()).toBe('1');
    const id = await link.evaluate(({ parentElement }) => parentElement?.firstElementChild?.id);
    await link.click();
    await expect.poll(() => page.url()).toBe(`${site.url}/evidence/#${id}`);
    await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true);
  });
});

describe('a chapter', () => {
  test('says its place, its time and its readers under the title', async () => {
    const page = await site.visit('/guide/memslots/', DESK);
    const chapters = (await site.paths()).filter((path) => /^\/guide\/./.test(path));
    const line = await page.locator('h1 + .placing').textContent();
    expect(line?.trim()).toMatch(
      new RegExp(`^Chapter \\d+ of ${chapters.length}, \\d+ min, for [a-z]+( and [a-z]+)?$`),
    );
  });

  test('leads on before its sources, and keeps its links apart', async () => {
    const page = await site.visit('/guide/memslots/', DESK);
    const order = await page
      .locator('.pager, .sources, .facts')
      .evaluateAll((all) => all.map(({ className }) => className));
    expect(order).toEqual(['pager', 'sources', 'facts']);
    const links = page.locator('.facts dd:has(a[href$=".mdx"]) a');
    const texts = await links.allTextContents();
    expect(texts.length).toBe(3);
    const line = await page.locator('.facts dd:has(a[href$=".mdx"])').innerText();
    expect(line.split(/ · |\n/).map((text) => text.trim())).toEqual(
      texts.map((text) => text.trim()),
    );
  });

  test('with a long name in capitals breaks it after an underscore only', async () => {
    const html = readFileSync(join(site.folder, 'guide/normal-nc/index.html'), 'utf8');
    const name = 'VM_<wbr>ALLOW_<wbr>ANY_<wbr>UNCACHED';
    // In the list of contents, in the title, and nowhere without the places to break.
    expect(html).toMatch(
      new RegExp(`<a [^>]*aria-current="page"><whole-name>Normal-NC</whole-name> and ${name}`),
    );
    expect(html).toMatch(new RegExp(`<h1>(?:(?!</h1>).)*${name}`));
    expect(html).not.toMatch(/<(h1|a[^>]*)>(?:(?!<\/(?:h1|a)>).)*VM_ALLOW/);
  });
});

test('the page for addresses that lead nowhere has its search first', async () => {
  const page = await site.visit('/guide/nothing-here/', PHONE);
  const field = await page.locator('#not-found-search input').boundingBox();
  const list = await page.locator('.names').boundingBox();
  expect(field?.y).toBeLessThan(PHONE.viewport.height / 2);
  expect(list?.y).toBeGreaterThan(field?.y ?? Infinity);
});

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing', (colorScheme) => {
  test('in the open contents of a phone', async () => {
    const page = await site.visit(LATE, { ...PHONE, colorScheme });
    await page.locator('.menu-open').click();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('in an opened group, and at a heading with its sign', async () => {
    const page = await site.visit(LATE, { ...DESK, colorScheme });
    await page.locator('#contents details:not([open]) summary').first().click();
    await page.locator('main h2 a.self').first().hover();
    expect(await axeFindings(page)).toEqual([]);
  });
});
