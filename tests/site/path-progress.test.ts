import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { DESK, Site, type Visit } from './browser.ts';
import { READ_TWO, bar, listed, main, progressOf, second, stepsOf } from './reading-paths.ts';
import { downloadOf } from '../support/download.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** What the page saves of a reader, as the file has it. */
async function savedFile(page: Visit): Promise<string> {
  const save = page.getByRole('button', { name: 'Save to a file' });
  return readFileSync(await (await downloadOf(page, () => save.click())).path(), 'utf8');
}

describe('what a path keeps', () => {
  const file = (text: string) => ({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const visit = async () => {
    const page = await site.visit(`/paths/${main.id}/`, DESK);
    const line = page.locator('.kept output');
    const give = (content: string) => page.locator('input[type=file]').setInputFiles(file(content));
    return { page, line, give, ticks: page.locator('main .tick:visible') };
  };

  test('is saved to a file, forgotten, and read back', async () => {
    const { page, line, give, ticks } = await visit();
    await give(progressOf(READ_TWO));
    await expect.poll(() => ticks.count()).toBe(2);
    const saved = await savedFile(page);
    await page.getByRole('button', { name: 'Forget' }).click();
    expect(await ticks.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
    expect(await ticks.count()).toBe(2);
    await page.getByRole('button', { name: 'Forget' }).click();
    expect(await ticks.count()).toBe(0);
    await give(saved);
    await expect.poll(() => ticks.count()).toBe(2);
    expect(await line.textContent()).toBe('Taken from the file, and added to what was here.');
    await page.reload();
    expect(await ticks.count()).toBe(2);
  });

  test.each([
    ['torn', progressOf(READ_TWO).slice(0, 40), 'torn'],
    ['foreign', '{"name":"bookmarks"}', 'not one that this site saved'],
    ['of another version', progressOf(READ_TWO, 2), 'version 2'],
    ['hostile', progressOf(['javascript:alert(1)']), 'not as this site writes it'],
  ])('is not touched by a file that is %s', async (_which, content, says) => {
    const { line, give, ticks, page } = await visit();
    await give(progressOf(READ_TWO));
    await expect.poll(() => ticks.count()).toBe(2);
    await give(content);
    await expect.poll(() => line.textContent()).toContain(says);
    expect(await line.textContent()).toMatch(/Nothing has changed\.$/);
    expect(await ticks.count()).toBe(2);
    expect(page.faults.errors).toEqual([]);
  });

  test.each(['/paths/', '/exercises/', '/guide/exam/'])(
    'can be saved, read back and forgotten on %s',
    async (route) => {
      const page = await site.visit(route, DESK);
      await page.locator('.kept input').setInputFiles(file(progressOf(READ_TWO)));
      const said = page.locator('.kept output');
      await expect.poll(() => said.textContent()).toContain('added to what was here');
      expect(await savedFile(page)).toContain(READ_TWO[1]);
      await page.getByRole('button', { name: 'Forget all' }).click();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(await axeFindings(page, '.kept')).toEqual([]);
    },
  );

  test.each([
    ['of another version of the site', progressOf(READ_TWO, 2)],
    ['that is torn', progressOf(READ_TWO).slice(0, 40)],
    ['of somebody else', '[]'],
  ])('%s is left alone, and the page says so', async (_, text) => {
    const { page } = await visit();
    await page.evaluate((kept) => localStorage.setItem('stage-two progress', kept), text);
    await page.goto(`${second}?path=${main.id}`);
    await page.locator('.pager:visible').scrollIntoViewIfNeeded();
    await expect.poll(() => bar(page).locator('.tick:not([hidden])').count()).toBe(1);
    expect(await page.evaluate(() => localStorage.getItem('stage-two progress'))).toBe(text);
    await page.goto(`/paths/${main.id}/`);
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('it stays until you forget it');
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
    expect(await page.locator('[data-done]').textContent()).toContain('keep nothing');
    await give(progressOf(READ_TWO));
    await expect.poll(() => ticks.count()).toBe(2);
    expect(await line.textContent()).toContain('as long as this page is open');
    await page.goto(`${second}?path=${main.id}`);
    expect(await bar(page).count()).toBe(1);
    expect(page.faults.errors).toEqual([]);
  });
});

describe('what was read has its mark', () => {
  const third = stepsOf(main)[2] ?? '';
  const marked = async (page: Visit, at: string) =>
    (await page.locator(`${at} [data-step]:has(.tick:visible)`).all()).length;

  test.each([
    ['on the doors', '/', '.doors'],
    ['in the list of the guide', '/guide/', 'main'],
    [
      'in the contents of a chapter off its path',
      READ_TWO[0] ?? '',
      '.contents > details:not([data-path])',
    ],
  ])('%s', async (_where, route, at) => {
    const page = await site.visit(route, DESK);
    expect(await marked(page, at)).toBe(0);
    await page.evaluate(
      (text) => localStorage.setItem('stage-two progress', text),
      progressOf([READ_TWO[0] ?? '', third]),
    );
    await page.reload();
    const mark = page.locator(`${at} [data-step="${READ_TWO[0]}"] .tick:visible`);
    expect(await mark.first().textContent()).toContain('✓ read');
    expect(await page.locator(`${at} [data-step="${second}"] .tick:visible`).count()).toBe(0);
    expect(page.faults.errors).toEqual([]);
    expect(await axeFindings(page, at)).toEqual([]);
    const plain = await site.visit(route, { ...DESK, javaScriptEnabled: false });
    expect(await marked(plain, at)).toBe(0);
    expect(await plain.locator(`${at} [data-step="${READ_TWO[0]}"] a`).first().isVisible()).toBe(
      true,
    );
  });

  test('where a chapter is read on no path', async () => {
    const off = '/guide/mte/';
    expect(listed.flatMap(stepsOf)).not.toContain(off);
    const page = await site.visit(off, DESK);
    await page.locator('.pager:visible').scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('stage-two progress')))
      .toContain(off);
    await page.goto('/guide/');
    expect(await page.locator(`main [data-step="${off}"] .tick:visible`).count()).toBe(1);
  });

  test('and nothing else has one where storage is closed', async () => {
    const page = await site.visit('/guide/', DESK);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.reload();
    expect(await page.locator('.tick:visible').count()).toBe(0);
    expect(await page.locator('main [data-step] > a').first().isVisible()).toBe(true);
    expect(page.faults.errors).toEqual([]);
  });
});

test('nothing of it stands in the editions', () => {
  const text = readFileSync(join(site.folder, 'guide/exam.md'), 'utf8');
  expect(text).toContain('The exam');
  expect(text).not.toMatch(/Read from a file|kept in this browser/);
});
