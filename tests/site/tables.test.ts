// cspell:ignoreRegExp /#cell=[^']+/g
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readCell, writeCell } from '../../src/figures/cells/link.ts';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { commandFor } from '../../src/figures/cells/commands.ts';
import { ran } from '../cli/outside.ts';
import { downloadOf } from '../support/download.ts';
import { DESK, Site, type Visit } from './browser.ts';
import { listedOn } from './listed.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const listed = (path: string, ready?: (page: Visit) => Promise<void>) =>
  listedOn(site, path, ready);

test.each(['/evidence/', '/policies/', '/observations/', '/debate/', '/timeline/', '/versions/'])(
  'each table of %s can be taken along, with the keyboard too',
  async (path) => {
    const page = await listed(path);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tables-here');
    const html = parseHtml(readFileSync(join(site.folder, path, 'index.html'), 'utf8'));
    const tables = await page.locator('.tables-here li', { hasText: /^Table: / }).count();
    expect(tables).toBeLessThanOrEqual(all(html, 'main table').length);
    expect(tables > 0).toBe(all(html, 'main table').length > 0);
    expect(page.faults.errors).toEqual([]);
  },
);

describe('a table of the evidence', () => {
  const first = (page: Visit, words: string) =>
    page.locator('.tables-here li').first().getByRole('button', { name: words });

  test('leaves as CSV and as JSON: every row and column, as they stand in the page', async () => {
    const page = await listed('/evidence/');
    const csv = await downloadOf(page, () => first(page, 'Save CSV').click());
    const json = await downloadOf(page, () => first(page, 'Save JSON').click());
    const html = parseHtml(readFileSync(join(site.folder, 'evidence/index.html'), 'utf8'));
    const [table] = all(html, 'main table');
    const rows = all(table as Element, 'tbody tr');
    const data = JSON.parse(await readFile(await json.path(), 'utf8')) as {
      columns: string[];
      rows: string[][];
    };
    expect(data.columns).toEqual(all(table as Element, 'thead th').map((one) => one.textContent));
    expect(data.rows).toHaveLength(rows.length);
    const ids = data.rows.map((row) => row[0]?.split(' ')[0]);
    expect(ids[0]).toBe(rows[0]?.querySelector('code')?.textContent?.split(' ')[0]);
    const lines = (await readFile(await csv.path(), 'utf8')).split('\r\n');
    expect(lines).toHaveLength(rows.length + 2);
  });

  test('gives the link to a cell, which leads to it', async () => {
    const page = await listed('/evidence/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await first(page, 'Link to a cell').click();
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#cell=1\./);
    const place = readCell(new URL(page.url()).hash);
    expect(place).toMatchObject({ column: expect.stringContaining('rows-of-arm') as string });
    const words = await page
      .locator('main table tbody tr:nth-child(2) td:nth-child(2)')
      .first()
      .innerText();
    const other = await site.visit(new URL(page.url()).pathname + new URL(page.url()).hash, DESK);
    const focused = () =>
      other.evaluate(() => {
        const cell = document.activeElement as HTMLTableCellElement;
        return [cell.tagName, (cell.parentElement as HTMLTableRowElement).rowIndex, cell.innerText];
      });
    await expect.poll(focused).toEqual(['TD', 2, words]);
  });
});

const VERDICTS = { vma: 'cacheable', guest: 'wb', property: 'all' };
const SPACE = {
  noLeak: '0',
  coherent: '0',
  h00: 'device',
  h01: 'device',
  h10: 'normal-maintained',
  h11: 'normal',
};

/** What the terminal says to a command, or to each of several in a line. */
const answers = (commands: string): readonly ReturnType<typeof ran>[] =>
  commands.split(' && ').map((one) => ran(one.replace(/^npm run -s stage-two -- /, '')));

const PAGE = { policy: 'fallback-to-device', fwb: '0', dic: '0', vma: 'cacheable', guest: 'nc' };

describe('figures', () => {
  test('leave as a link, for a mail, as JSON and as a command that runs', async () => {
    const page = await listed(
      '/guide/what-kvm-decides/?decide=kernel:v7.3,fwb:1,dic:1#decide',
      (visit) =>
        expect
          .poll(() => visit.locator('stage-decide [data-part=link] a').getAttribute('href'))
          .toContain('kernel:v7.3'),
    );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const own = page.locator('.tables-here li', { hasText: /^Figure: / }).first();
    const taken = async (words: string): Promise<string> => {
      await own.getByRole('button', { name: words }).click();
      await expect.poll(() => page.locator('.tables-here .fig-copied').innerText()).toBe('Copied.');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const data = JSON.parse(await taken('Copy JSON')) as { state: object; command: string };
    expect(data.state).toMatchObject({ kernel: 'v7.3', fwb: '1', dic: '1' });
    for (const [i, { code, out }] of answers(data.command).entries())
      expect([code, out[0]?.startsWith(['accepted', 'mapped'][i] ?? '-')]).toEqual([0, true]);
    expect(page.faults.errors).toEqual([]);
  });

  it.each([
    ['combine', { s1: '0x44', s2: '0b0110', fwb: '1', leaf: 'normal' }],
    [
      'decide',
      {
        kernel: 'v6.17',
        vma: 'mixedmap',
        type: 'MT_NORMAL',
        uncached: '1',
        linear: '0',
        fwb: '0',
        dic: '0',
        access: 'read',
      },
    ],
    ['break-it', { policy: 'fallback-to-device', fwb: '0', dic: '0', guest: 'wb' }],
    ['stepper', { ...PAGE, property: 'coherent', step: '3' }],
    [
      'migration',
      {
        'from-fwb': '1',
        'from-dic': '1',
        'from-does': 'v7.3',
        'to-fwb': '0',
        'to-dic': '0',
        'to-does': 'error-at-fault-only',
        vma: 'cacheable',
        asks: '0',
      },
    ],
    ['decode', { of: 'byte', value: '0xFF' }],
    ['decode', { of: 'CTR_EL0', value: '0x84448004' }],
    ['asking-the-host', { kernel: 'v7.3', on: 'file', fwb: '1', dic: '1', protected: '1' }],
    ['leak', {}],
    ['leak-by-host', { fwb: '1', dic: '0' }],
    ['verdicts', VERDICTS],
    ['verdicts', { ...VERDICTS, property: 'noLeak' }],
    ['space', SPACE],
    ['space', { ...SPACE, noLeak: '1', noLateFailure: '1' }],
  ])('the command of %s %j is one of the terminal', (kind, state) => {
    const said = answers(commandFor(kind, state) ?? '');
    expect(said.length).toBeGreaterThan(0);
    for (const one of said) expect(one).toMatchObject({ code: 0, err: [] });
  });

  it('of a narrowed figure asks for no more than is shown', () => {
    const noLeak = answers(commandFor('verdicts', { ...VERDICTS, property: 'noLeak' }) ?? '');
    expect(noLeak[0]?.out).toHaveLength(1 + 13 * 4);
    expect(noLeak[0]?.out[0]).not.toContain('coherent');
    const [space] = answers(commandFor('space', { ...SPACE, noLeak: '1' }) ?? '');
    expect(space?.out.join('\n')).toMatch(/ policies are left, insisting on noLeak\./);
    expect(space?.out.at(-1)).toMatch(/^00 device; 01 device; .* It is out\.$/);
  });

  it.each([
    ['combine', { s1: '$(id)', s2: '0', fwb: '1' }],
    ['break-it', { policy: 'no-cmos' }],
    ['toString', {}],
    ['migration', {}],
    ['verdicts', {}],
    ['space', {}],
  ])('%s with %j has none', (kind, state) => expect(commandFor(kind, state)).toBeNull());
});

// Links of form 1 that are out there: what they lead to stays.
test.each([
  ['/versions/#cell=1.ten-versions-9zlzll.patches-1r8wvbp.v1', '2'],
  [
    '/reference/stage-2-encodings/#cell=1.memattr-3-0-bits-5-to-2-of-a-stage-2-b26o5s.memattr-0001.hcr-el2-fwb-0-vdevau',
    'Device-nGnRE',
  ],
  [
    '/guide/whose-type-wins/#cell=1.whose-type-wins-x86-and-risc-v-mnj7er.arm-fwb.guest-cached-3xtp6n',
    'cached',
  ],
])('%s leads to the cell that says %j', async (address, says) => {
  const page = await site.visit(address, DESK);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText);
  await expect.poll(focused).toMatch(new RegExp(`^${says}`));
  expect(await page.locator('h1 + .snip-lost').count()).toBe(0);
});

test.each([
  [
    'verdicts-for-a-vma-that-is-cacheable-1oxhgu.fallback-to-device-2-1mzo0di.secrecy-dic-0-1olf8nj',
    'leaks',
  ],
  ['what-each-answer-breaks-on-each-host-pba8ia.fail-late-5l155n.neither', 'fails'],
])('a figure that wakes leaves the focus to the cell that %s names', async (cell, says) => {
  const address = `/guide/nine-policies-on-trial/#cell=1.${cell}`;
  const page = await site.visit(address, DESK, 'networkidle');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toContain(says);
  await page.waitForTimeout(200);
  expect(await focused()).toContain(says);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('td');
});

test.each([
  ['/debate/', ''],
  [
    '/evidence/#cell=1.table.row.column',
    'This link leads to a cell of a table that this page does not have any more.',
  ],
  [
    '/evidence/#cell=2.table.row.column',
    'This link is of another version of this site. It was not opened.',
  ],
  ['/evidence/#tables=7.', 'This link is of another version of this site. It was not opened.'],
  [
    '/guide/memslots/#cell=1.torn',
    'This link is torn: a part of it is missing or changed. It was not opened.',
  ],
])('%s says %j', async (address, says) => {
  const page = await site.visit(address, DESK);
  await expect
    .poll(() => page.locator('h1 + .snip-lost').allTextContents())
    .toEqual(says === '' ? [] : [says]);
  expect(page.faults.errors).toEqual([]);
});

it.each([
  ['#cell=1.a.b-2.c', { table: 'a', row: 'b-2', column: 'c' }],
  ['#cell=1.a.b', { why: expect.stringContaining('torn') as string }],
  ['#cell=1.a.b.c.d', { why: expect.stringContaining('torn') as string }],
  ['#cell=1.<b>.b.c', { why: expect.stringContaining('torn') as string }],
  ['#cell=', { why: expect.stringContaining('torn') as string }],
  [`#cell=1.a.b.${'c'.repeat(999)}`, { why: expect.stringContaining('longer') as string }],
])('%j is read as a place, or refused with a reason', (fragment, expected) =>
  expect(readCell(fragment)).toEqual(expected),
);

it('a place is read as it was written', () => {
  const place = { table: 'rules-1x', row: 'effective-idc-192aih5', column: '3-1y' };
  expect(readCell(writeCell(place))).toEqual(place);
});
