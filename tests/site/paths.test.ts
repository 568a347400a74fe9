import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';
import { READ_TWO, bar, chaptersOf, listed, main, progressOf, stepsOf } from './reading-paths.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const html = (route: string) =>
  parseHtml(readFileSync(join(site.folder, route, 'index.html'), 'utf8'));
const link = (from: ReturnType<typeof html>, selector: string): string | null =>
  from.querySelector(selector)?.getAttribute('href') ?? null;

const linksIn = (from: ReturnType<typeof html>, selector: string) =>
  [...from.querySelectorAll(selector)].map((one) => one.getAttribute('href'));

describe.each(listed)('along the path $id', (path) => {
  const steps = stepsOf(path);
  const on = (route: string) => `${route}?path=${path.id}`;
  const sidebar = `.contents details[data-path=${path.id}]`;
  test.each(chaptersOf(path))('%s leads to the next and to the one before', (route) => {
    const page = html(route);
    const at = steps.indexOf(route);
    const ways = [
      ['next', steps[at + 1]],
      ['prev', steps[at - 1]],
    ].filter(([, to]) => to !== undefined);
    const own = ['.path-bar', '.pager'].map((part) => `${part}[data-path=${path.id}]`);
    for (const [rel, to = ''] of ways)
      expect(own.map((part) => link(page, `${part} [rel=${rel}]`))).toEqual([on(to), on(to)]);
    expect(page.querySelector(`.path-bar[data-path=${path.id}] b`)?.textContent.trim()).toBe(
      `${at + 1} of ${steps.length}`,
    );
    const lists = [`.path-bar[data-path=${path.id}] li a`, `${sidebar} ol a`];
    for (const list of lists) expect(linksIn(page, list)).toEqual(steps.map(on));
    const here = [...page.querySelectorAll(`${sidebar} [aria-current=page]`)];
    expect(here.map(({ textContent }) => Number.parseInt(textContent, 10))).toEqual([at + 1]);
  });

  test('the map has its line, and its numbers in its order', () => {
    const page = html('/map/');
    const parts = (part: string) => [
      ...page.querySelectorAll(`.map ${part}[data-path=${path.id}]`),
    ];
    const numbers = parts('g').flatMap((group) => all(group, 'text'));
    const onMap = steps.filter((step) => page.querySelector(`.map [data-step="${step}"]`));
    expect(onMap.length).toBeGreaterThanOrEqual(chaptersOf(path).length);
    expect(numbers.map(({ textContent }) => Number(textContent))).toEqual(
      onMap.map((step) => steps.indexOf(step) + 1),
    );
    const [line] = parts('path').map((one) => one.getAttribute('d') ?? '');
    const legs = line?.split('M').slice(1) ?? [];
    expect(legs).toHaveLength(Math.max(onMap.length - 1, 0));
    for (const [i, leg] of legs.entries()) {
      const rect = page.querySelector(`.map [data-step="${onMap[i]}"] rect`);
      const size = (name: string) => Number(rect?.getAttribute(name));
      const [x = NaN, y = NaN] = leg.split(' ').map(Number);
      expect(x, onMap[i]).toBeGreaterThanOrEqual(size('x'));
      expect(x, onMap[i]).toBeLessThanOrEqual(size('x') + size('width'));
      expect(y, onMap[i]).toBeGreaterThanOrEqual(size('y'));
      expect(y, onMap[i]).toBeLessThanOrEqual(size('y') + size('height'));
    }
    for (const step of onMap)
      expect(
        page.querySelector(`li[data-step="${step}"] b[data-path=${path.id}]`)?.textContent.trim(),
      ).toBe(`${steps.indexOf(step) + 1} of ${steps.length}`);
  });

  test.each(path.ordered ? chaptersOf(path) : [])('the last section of %s leads on', (route) => {
    const page = html(route);
    const heading = [...page.querySelectorAll('article h2')].find(
      ({ textContent }) => textContent.trim() === 'What to read next',
    );
    const links: string[] = [];
    for (
      let part = heading?.nextElementSibling;
      part && part.tagName !== 'H2';
      part = part.nextElementSibling
    )
      links.push(...all(part, 'a').map((one) => one.getAttribute('href') ?? ''));
    const back = links.filter(
      (to) => steps.includes(to) && steps.indexOf(to) <= steps.indexOf(route),
    );
    expect(back).toEqual([]);
  });

  test('its page is the list, in its order, and so is its door', () => {
    const to = linksIn(html(`/paths/${path.id}/`), 'main .part li > a');
    expect(to).toEqual(steps.map(on));
    expect(linksIn(html('/paths/'), 'main .part li > a').join()).toContain(to.join());
    const door = linksIn(html('/'), `[aria-labelledby=door-${path.id}] li > a`);
    expect(door.length > 0).toBe(path.door !== undefined);
    expect(to.slice(0, door.length)).toEqual(door);
  });
});

test('Next leads every reader through the first path, and then once through all other chapters', () => {
  const walked: string[] = [];
  const chapters = [...html('/guide/').querySelectorAll('.part li > a')].map(
    (one) => one.getAttribute('href') ?? '',
  );
  let at: string | null = stepsOf(main)[0] ?? null;
  while (at?.startsWith('/guide/') && !walked.includes(at)) {
    walked.push(at);
    at = link(html(at), '.pager:not([hidden]) [rel=next]');
  }
  expect(walked.slice(0, chaptersOf(main).length)).toEqual(chaptersOf(main));
  expect(walked.toSorted()).toEqual(chapters.toSorted());
});

test.each([
  ['/paths/', 'light'],
  [`/paths/${main.id}/`, 'light'],
  [`/paths/${main.id}/`, 'dark'],
] as const)('%s has no axe finding on a phone in the %s theme', async (path, colorScheme) => {
  const page = await site.visit(path, { ...PHONE, colorScheme });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('without a script a path is a list of links', async () => {
  const page = await site.visit(`/paths/${main.id}/`, { ...DESK, javaScriptEnabled: false });
  expect(await page.locator('.path-summary, .kept').locator('visible=true').count()).toBe(0);
  await page.locator('main .part a').nth(1).click();
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await bar(page).count()).toBe(0);
  expect(await page.locator('.contents details[data-path]:visible').count()).toBe(0);
  expect(await page.locator('.pager:visible [rel=next]').getAttribute('href')).toBe(
    stepsOf(main)[2],
  );
  await page.goto(`/map/?path=${main.id}`);
  expect(await page.locator('.map-way:visible, .map-stops:visible, .tick:visible').count()).toBe(0);
});

describe('the map', () => {
  test.each(['light', 'dark'] as const)(
    'shows the path and what was read, in the %s theme',
    async (colorScheme) => {
      const page = await site.visit('/map/', { ...DESK, colorScheme });
      await page.evaluate(
        (text) => localStorage.setItem('stage-two progress', text),
        progressOf(READ_TWO),
      );
      await page.reload();
      expect(await page.locator('.map-stops:visible').count()).toBe(0);
      expect(await page.locator('.map .tick:visible').count()).toBe(2);
      await page.locator('.map-ways:visible').getByRole('link', { name: main.name }).click();
      await page.waitForURL(`**/map/?path=${main.id}`);
      expect(await page.locator('.map-stops:visible circle').count()).toBe(stepsOf(main).length);
      expect(await page.locator('li > b[data-path]:visible').count()).toBe(stepsOf(main).length);
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'none' }).click();
      await page.waitForURL('**/map/?path=');
      expect(await page.locator('.map-stops:visible').count()).toBe(0);
    },
  );
});
