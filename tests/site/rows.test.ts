import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowTable } from 'stage-two';
import { axeFindings } from '../support/axe.ts';
import { watchClipboard } from './bench-hand.ts';
import { DESK, Site, type Visit } from './browser.ts';
import { weightOf } from './weight.ts';
import {
  answered,
  choose,
  count,
  FAULT,
  focused,
  openRows,
  problems,
  row,
  savedAs,
  SLOT,
} from './rows-hand.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** A reader on the page of a table, which has answered. */
const open = (path: string, options?: Parameters<Site['visit']>[1]) =>
  openRows(site, path, options);

describe('a table', () => {
  test('has its first rows before a script runs, and weighs what a figure may', async () => {
    const page = await site.visit(FAULT, DESK, 'networkidle');
    expect(await row(page, 1)).toContain('mapped, WB');
    const before = (await weightOf(page)).script;
    expect(before).toBeLessThan(6 * 1024);
    await page.locator('stage-rows').dispatchEvent('pointerover');
    await answered(page);
    let [own, worker] = [0, 0];
    for (const response of page.faults.responses) {
      if (!response.url().endsWith('.js')) continue;
      const size = gzipSync(await response.body()).length;
      if (response.url().includes('/worker-')) worker += size;
      else own += size;
    }
    expect(own - before).toBeLessThan(20 * 1024);
    expect(worker).toBeGreaterThan(0);
    expect(worker).toBeLessThan(50 * 1024);
    expect(page.faults.errors).toEqual([]);
  });

  test('is filtered: a free bit halves it, and its column goes', async () => {
    const page = await open(FAULT);
    const heads = () => page.locator('.rows-table thead th').allTextContents();
    // 128 VMAs, 7 free bits, 5 of 6 pairs of access and writable: a write needs a writable page.
    expect(await count(page)).toBe('40,960 rows');
    expect(await heads()).toContain('dic');
    await choose(page, 'dic', '0');
    expect(await count(page)).toBe('20,480 rows');
    expect(await heads()).not.toContain('dic');
    expect(await page.locator('.rows-same').textContent()).toContain('dic 0');
    expect(page.url()).toContain('#rows=1.dic:0');
    await page.locator('[data-key="answer"]').selectOption('mapped, WB');
    await answered(page);
    const left = await page.locator('[data-key="answer"] option:checked').textContent();
    expect(`mapped, WB (${(await count(page)).split(' ')[0]})`).toBe(left);
    await page.locator('.fig-reset').click();
    await answered(page);
    expect(await count(page)).toBe('40,960 rows');
    expect(page.url()).not.toContain('dic');
  });

  test('leaves several values of a column, by choice, by link and by command', async () => {
    const page = await open(FAULT);
    const options = () => page.locator('[data-key="answer"] option').allTextContents();
    const rows = async () => Number((await count(page)).replaceAll(',', '').split(' ')[0]);
    await choose(page, 'answer', 'mapped, WB');
    const first = await rows();
    const other = (await options()).find((one) => one.startsWith('or mapped, ')) ?? '';
    const [, name = '', sum = ''] = /^or (.*) \(([\d,]+)\)$/.exec(other) ?? [];
    await page.locator('[data-key="answer"]').selectOption({ label: other });
    await answered(page);
    expect(await rows()).toBe(Number(sum.replaceAll(',', '')));
    expect(await rows()).toBeGreaterThan(first);
    expect(await page.locator('[data-key="answer"] option:checked').textContent()).toMatch(/ or /);
    const heads = await page.locator('.rows-table thead th').allTextContents();
    expect(heads).toContain('answer');
    const same = await open(FAULT + new URL(page.url()).hash);
    expect(await count(same)).toBe(await count(page));
    expect(await problems(same)).toBe('');
    await watchClipboard(page);
    await page.locator('[data-take=command]').click();
    await page.waitForSelector('html[data-copied]');
    const command = await page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
    for (const answer of ['mapped, WB', name]) expect(command).toContain(`'answer=${answer}'`);
  });

  test('of a memslot compares two kernels, as a link from the counts does', async () => {
    const page = await open(SLOT);
    const link = page.locator('.rows-overview p a').first();
    const said = await link.textContent();
    await link.click();
    await expect.poll(() => count(page)).toBe(`${said} that v6.16 and v6.17 answer differently`);
    const heads = await page.locator('.rows-table thead th').allTextContents();
    expect(heads.slice(1, 3)).toEqual(['answer', 'then answer']);
    expect((await row(page, 1)).slice(1, 3)).toEqual([
      'accepted',
      'refused at the memslot, EINVAL',
    ]);
  });

  test('without a row says which filter to take away, and takes it', async () => {
    const page = await open(
      `${FAULT}#rows=1.answer:${encodeURIComponent('mapped, WB')},errno:EFAULT`,
    );
    expect(await count(page)).toBe('0 rows');
    const ways = page.locator('.rows-empty li');
    expect(await ways.allTextContents()).toEqual([
      expect.stringMatching(/^answer mapped, WB leaves [\d,]+ rows$/),
      expect.stringMatching(/^errno EFAULT leaves [\d,]+ rows$/),
    ]);
    await ways.last().locator('button').click();
    await answered(page);
    expect(await count(page)).toMatch(/^[1-9]/);
    expect(await page.locator('.rows-empty').textContent()).toBe('');
  });

  test.each([
    // The walk to no row meets answers that the link alone does not.
    [SLOT, ['errno:EINVAL', 'change:MOVE', 'errno:E2BIG,change:MOVE'], '0 rows'],
    [FAULT, ['answer:mapped%2C%20WB', 'fwb:0,answer:mapped%2C%20WB,errno:EFAULT'], '0 rows'],
    [FAULT, ['kernel:v6.16', 'answer:mapped%2C%20WB%7Cnone'], /^[1-9]/],
  ])('says the same to who came by other states: %s %j', async (path, states, rows) => {
    const page = await open(path);
    for (const state of states) {
      await page.evaluate((hash) => (location.hash = hash), `#rows=1.${state}`);
      await answered(page);
    }
    const fresh = await open(`${path}#rows=1.${states.at(-1)}`);
    expect(await count(fresh)).toMatch(rows);
    const options = (one: Visit) =>
      one.locator('.rows-filters').evaluate((filters) =>
        [...filters.querySelectorAll<HTMLElement>('[data-key]')].map((field) => ({
          key: field.dataset['key'],
          options: [...field.querySelectorAll('option')].map(({ text }) => text),
        })),
      );
    await expect.poll(() => options(page)).toEqual(await options(fresh));
    expect(await savedAs(page, 'csv')).toEqual(await savedAs(fresh, 'csv'));
  });

  test('opens a row with its steps, and finds the shortest way; the link leads there', async () => {
    const page = await open(FAULT);
    await choose(page, 'answer', 'fails at the fault, EFAULT');
    await page.locator('tr[aria-rowindex="2"] button').click();
    const panel = page.locator('.rows-row');
    await expect.poll(() => panel.textContent()).toContain('KVM');
    await page.locator('[data-key="to"]').selectOption('mapped, WB');
    await expect.poll(() => panel.locator('.rows-ways li').count()).toBeGreaterThan(0);
    const ways = await panel.locator('.rows-ways').textContent();
    const other = await site.visit(new URL(page.url()).pathname + new URL(page.url()).hash, DESK);
    await answered(other);
    await expect.poll(() => other.locator('.rows-row .rows-ways').textContent()).toBe(ways);
    await panel.locator('[data-close]').click();
    await expect.poll(() => panel.textContent()).toBe('');
    expect(other.faults.foreign).toEqual([]);
  });
});

test('a way longer than six columns is found by a walk over the whole table', async () => {
  const { table } = rowTable('handleFault', 'v6.16');
  const digits = table?.places.digitsOf(1_381_769).join('.');
  const page = await open(
    `${FAULT}#rows=1.kernel:v6.16,row:${digits},to:permissions%20relaxed%2C%20NC`,
  );
  await expect.poll(() => page.locator('.rows-ways li').count()).toBe(1);
  expect(await page.locator('.rows-row').textContent()).toContain('7 columns together to change');
  expect(await page.locator('.rows-ways').textContent()).toContain('access write instead of exec');
});

describe('the keyboard', () => {
  test('has one stop for all rows, walks to the end and back, and keeps the focus', async () => {
    const page = await open(FAULT);
    expect(await page.locator('.rows-table button[tabindex="0"]').count()).toBe(1);
    await page.locator('.rows-table button[tabindex="0"]').focus();
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Row 31');
    await page.keyboard.press('PageDown');
    expect(Number((await focused(page))?.slice(4))).toBeGreaterThan(40);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Row 40,960');
    const last = page.locator('tr[aria-rowindex="40961"]');
    expect(await page.locator('.rows-table').getAttribute('aria-rowcount')).toBe('40961');
    expect(await last.isVisible()).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('Row 40,959');
    await page.locator('.rows-frame').evaluate((frame) => frame.scrollTo(0, 0));
    await page.locator('tr[aria-rowindex="2"]').waitFor();
    expect(await focused(page)).toBe('Row 40,959');
    expect(await page.locator('.rows-table tr').count()).toBeLessThan(120);
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Row 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.rows-title').count()).toBe(1);
    expect(await focused(page)).toBe('Row 1');
  });

  test('keeps the focus where keys come faster than the frame draws', async () => {
    const page = await open(FAULT);
    await page.locator('.rows-table button[tabindex="0"]').focus();
    const walked = await page.evaluate(() =>
      [...Array(60).fill('ArrowDown'), 'End', ...Array(5).fill('ArrowUp')].map((key) => {
        const init = { key, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
        return document.activeElement?.getAttribute('aria-label');
      }),
    );
    expect(walked.slice(0, 60)).toEqual([...Array(60).keys()].map((at) => `Row ${at + 2}`));
    expect(walked.slice(60)).toEqual([
      'Row 40,960',
      ...[59, 58, 57, 56, 55].map((at) => `Row 40,9${at}`),
    ]);
  });
});

describe('what leaves the page', () => {
  test('is every row that is left, as CSV and as JSON, and the command that prints them', async () => {
    const page = await open(`${SLOT}#rows=1.errno:EINVAL,change:MOVE,fwb:0,dic:1`);
    const total = Number((await count(page)).split(' ')[0]?.replaceAll(',', ''));
    const [csv, csvName] = await savedAs(page, 'csv');
    const [text, jsonName] = await savedAs(page, 'json');
    expect([csvName, jsonName]).toEqual(['memslot-v7.3.csv', 'memslot-v7.3.json']);
    const lines = csv.split('\r\n');
    expect(lines).toHaveLength(total + 2);
    expect(lines[0]).toMatch(/^change,vmas\[0\]\.vmPfnmap,.*,answer,/);
    for (const line of lines.slice(1, -1))
      expect(line).toMatch(/^MOVE,.*"refused at the memslot, EINVAL"/);
    const json = JSON.parse(text);
    expect([json.total, json.rows.length]).toEqual([total, total]);
    expect(json.columns.join(',')).toBe(lines[0]);
    await page.evaluate(() =>
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('no')) }),
    );
    await page.locator('[data-take="command"]').click();
    expect(await page.locator('.fig-copied textarea').inputValue()).toBe(
      'npm run -s stage-two -- table memslot --kernel v7.3 --where change=MOVE --where fwb=0 --where dic=1 --where guestMemfd=none --where protectedVm=no --where errno=EINVAL',
    );
  });
});

describe('a link', () => {
  test.each([
    ['#rows=2.kernel:v7.3', /^This link is of another version/],
    ['#rows=', /^This link is torn/],
    [`#rows=1.${'a'.repeat(3000)}`, /^This link is longer/],
    ['#rows=1.kernel:v9.9', /The link gives "v9.9" for kernel; expected v6.16, v6.17, v7.3/],
    ['#rows=1.fwb:2,dic:%zz', /The link gives "2" for fwb/],
    ['#rows=1.row:9.9.9', /The link gives "9.9.9" for row/],
    ['#rows=1.row:__proto__,constructor:1', /The link names "constructor"/],
    ['#rows=1.to:<img src=x onerror=alert(1)>', /^$/],
    ['#rows=1.with:v7.3', /^$/],
  ])('%s never blanks the page', async (fragment, said) => {
    const page = await site.visit(FAULT + fragment, DESK);
    await answered(page);
    expect(await problems(page)).toMatch(said);
    expect(await count(page)).toMatch(/^[\d,]+ rows/);
    expect(await page.locator('.rows-table img').count()).toBe(0);
    expect(page.faults.errors).toEqual([]);
  });
});

describe('for everybody', () => {
  test('without a script the counts and the first rows stand there, and no control', async () => {
    const page = await site.visit(FAULT, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.rows-overview tbody tr').count()).toBeGreaterThan(5);
    expect(await page.locator('.rows-table tbody tr').count()).toBe(30);
    for (const control of await page.locator('stage-rows :is(select, input, .fig-foot)').all())
      expect(await control.isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'is accessible in the %s theme, a row open',
    async (theme) => {
      const page = await open(SLOT, { viewport: { width: 320, height: 700 }, colorScheme: theme });
      await page.locator('tr[aria-rowindex="2"] button').click();
      await page.locator('.rows-title').waitFor();
      await page.locator('[data-key="to"]').selectOption({ index: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await axeFindings(page, 'main')).toEqual([]);
    },
  );
});
