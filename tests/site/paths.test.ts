import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site, type Visit } from './browser.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly door?: string;
  readonly ordered: boolean;
  readonly steps: readonly (string | readonly [string, string, string])[];
}

const listed = JSON.parse(readFileSync('content/data/paths.json', 'utf8')) as readonly Listed[];
const stepsOf = ({ steps }: Listed): string[] =>
  steps.map((step) => (typeof step === 'string' ? step : step[0]));
const chaptersOf = (path: Listed): string[] =>
  stepsOf(path).filter((step) => step.startsWith('/guide/'));
const [main] = listed as readonly [Listed];

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const html = (route: string) =>
  parseHtml(readFileSync(join(site.folder, route, 'index.html'), 'utf8'));
const link = (from: ReturnType<typeof html>, selector: string): string | null =>
  from.querySelector(selector)?.getAttribute('href') ?? null;

describe.each(listed)('along the path $id', (path) => {
  const steps = stepsOf(path);
  test.each(chaptersOf(path))('%s leads to the next and to the one before', (route) => {
    const page = html(route);
    const at = steps.indexOf(route);
    const ways = [
      ['next', steps[at + 1]],
      ['prev', steps[at - 1]],
    ].filter(([, to]) => to !== undefined);
    const own = ['.path-bar', '.pager'].map((part) => `${part}[data-path=${path.id}]`);
    for (const [rel, to] of ways)
      expect(own.map((part) => link(page, `${part} [rel=${rel}]`))).toEqual([to, to]);
    expect(page.querySelector(`.path-bar[data-path=${path.id}] b`)?.textContent.trim()).toBe(
      `${at + 1} of ${steps.length}`,
    );
    const folded = [...page.querySelectorAll(`.path-bar[data-path=${path.id}] li a`)];
    expect(folded.map((one) => one.getAttribute('href'))).toEqual(steps);
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
    const own = [...html(`/paths/${path.id}/`).querySelectorAll('main .part li > a')];
    const to = own.map((one) => one.getAttribute('href'));
    expect(to).toEqual(steps.map((step) => `${step}?path=${path.id}`));
    const door = [...html('/').querySelectorAll(`[aria-labelledby=door-${path.id}] li > a`)];
    expect(door.length > 0).toBe(path.door !== undefined);
    expect(to.slice(0, door.length)).toEqual(door.map((one) => one.getAttribute('href')));
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

const bar = (page: Visit) => page.locator('.path-bar:visible');
const second = stepsOf(main)[1] ?? '';
const open = (route = second, options: Parameters<Site['visit']>[1] = DESK) =>
  site.visit(`${route}?path=${main.id}`, options);

describe('a chapter opened from a path', () => {
  test('shows where it is, and the visit goes on', async () => {
    const page = await open();
    expect(await bar(page).count()).toBe(1);
    expect(await bar(page).locator('summary b').textContent()).toMatch(/^\s*2\s+of\s+\d+\s*$/);
    await bar(page).locator('[rel=next]').click();
    await page.waitForURL(`**${stepsOf(main)[2]}?path=${main.id}`);
    // The address need not say it again.
    await page.goto(stepsOf(main)[3] ?? '');
    expect(await bar(page).getAttribute('data-path')).toBe(main.id);
    await page.goto('/guide/mte/');
    expect(await bar(page).count()).toBe(0);
    expect(await page.locator('.pager:visible').count()).toBe(1);
  });

  test.each(['nothing', '', '<b>', '__proto__', 'x'.repeat(5000)])(
    'is a chapter as ever from a path that is not there: %.20s',
    async (name) => {
      const page = await site.visit(`${second}?path=${encodeURIComponent(name)}`, DESK);
      expect(await bar(page).count()).toBe(0);
      expect(await page.locator('.pager:visible').count()).toBe(1);
      expect(page.faults.errors).toEqual([]);
    },
  );

  test('shows one bar and one way on for each path that it is on', async () => {
    const both = listed.filter((path) => stepsOf(path).includes(stepsOf(main)[0] ?? ''));
    expect(both.length).toBeGreaterThan(1);
    for (const { id } of both) {
      const page = await site.visit(`${stepsOf(main)[0]}?path=${id}`, DESK);
      expect(await bar(page).getAttribute('data-path')).toBe(id);
      const pager = page.locator('.pager:visible');
      expect(await pager.count()).toBe(1);
      expect(await pager.getAttribute('data-path')).toBe(id);
    }
  });

  test('moves nothing while it loads, and is left by a button', async () => {
    const page = await open(second, PHONE);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += 'value' in entry ? Number(entry.value) : 0;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBe(0);
    await bar(page).locator('summary').click();
    await page.getByText('Leave the path').click();
    await page.waitForURL(`**${second}`);
    expect(await bar(page).count()).toBe(0);
  });

  test('is read when its end was in sight, and not before', async () => {
    const page = await open();
    await bar(page).locator('summary').click();
    expect(await page.locator('.tick').count()).toBe(0);
    await page.locator('.pager:visible').scrollIntoViewIfNeeded();
    await expect.poll(() => bar(page).locator(`[data-step="${second}"] .tick`).count()).toBe(1);
    await page.goto(`/paths/${main.id}/`);
    expect(await page.locator('.tick').allTextContents()).toEqual([' ✓ read']);
    expect(await page.getByLabel('A summary').inputValue()).toContain(
      `: 1 of ${stepsOf(main).length} read.`,
    );
  });

  test.each(['light', 'dark'] as const)(
    'has no axe finding in the %s theme',
    async (colorScheme) => {
      const page = await site.visit(`${second}?path=${main.id}`, { ...PHONE, colorScheme });
      await bar(page).locator('summary').click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );
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
  expect(await page.locator('.path-read').isVisible()).toBe(false);
  await page.locator('main .part a').nth(1).click();
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await bar(page).count()).toBe(0);
  expect(await page.locator('.pager:visible [rel=next]').getAttribute('href')).toBe(
    stepsOf(main)[2],
  );
});

describe('what a path keeps', () => {
  const READ = stepsOf(main).slice(0, 2);
  const file = (text: string) => ({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const text = (read: readonly string[], version = 1): string =>
    JSON.stringify({ name: 'stage-two progress', version, read, answers: {} });
  const visit = async () => {
    const page = await site.visit(`/paths/${main.id}/`, DESK);
    const line = page.locator('[data-path] output');
    const give = (content: string) => page.locator('input[type=file]').setInputFiles(file(content));
    return { page, line, give, ticks: page.locator('.tick') };
  };

  test('is saved to a file, forgotten, and read back', async () => {
    const { page, line, give, ticks } = await visit();
    await give(text(READ));
    await expect.poll(() => ticks.count()).toBe(2);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    await page.getByRole('button', { name: 'Forget' }).click();
    expect(await ticks.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await give(saved);
    await expect.poll(() => ticks.count()).toBe(2);
    expect(await line.textContent()).toBe('Taken from the file, and added to what was here.');
    await page.reload();
    expect(await ticks.count()).toBe(2);
  });

  test.each([
    ['torn', text(READ).slice(0, 40), 'torn'],
    ['foreign', '{"name":"bookmarks"}', 'not one that this site saved'],
    ['of another version', text(READ, 2), 'version 2'],
    ['hostile', text(['javascript:alert(1)']), 'not as this site writes it'],
  ])('is not touched by a file that is %s', async (_which, content, says) => {
    const { line, give, ticks, page } = await visit();
    await give(text(READ));
    await expect.poll(() => ticks.count()).toBe(2);
    await give(content);
    await expect.poll(() => line.textContent()).toContain(says);
    expect(await line.textContent()).toMatch(/Nothing has changed\.$/);
    expect(await ticks.count()).toBe(2);
    expect(page.faults.errors).toEqual([]);
  });

  test('of another version of the site is left alone', async () => {
    const { page } = await visit();
    await page.evaluate((kept) => localStorage.setItem('stage-two progress', kept), text(READ, 2));
    await page.goto(`${second}?path=${main.id}`);
    await page.locator('.pager:visible').scrollIntoViewIfNeeded();
    await expect.poll(() => bar(page).locator('.tick').count()).toBe(1);
    expect(await page.evaluate(() => localStorage.getItem('stage-two progress'))).toBe(
      text(READ, 2),
    );
  });

  test('is nothing where storage is closed, and the page says so', async () => {
    const { page, line, give, ticks } = await visit();
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await page.reload();
    expect(await line.textContent()).toContain('keep nothing');
    await give(text(READ));
    await expect.poll(() => ticks.count()).toBe(2);
    await page.goto(`${second}?path=${main.id}`);
    expect(await bar(page).count()).toBe(1);
    expect(page.faults.errors).toEqual([]);
  });
});
