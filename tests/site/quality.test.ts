import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchParts } from '../../src/quality/bench.ts';
import { tablesOf } from '../../src/quality/tables.ts';
import { DESK, Site } from './browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('what the bench wrote', () => {
  const TEXT = `# Results

<!-- site -->

## Pages and builds

\`npm run bench -- site --runs 1\`, 2026-11-23: 2 CPUs (AMD EPYC), Node 24.21.0.

| budget | limit | measured | result |
| --- | ---: | ---: | ---: |
| JS | at most 6 KB | 4 KB | pass |
| CSS | at most 8 KB | 9 KB | FAIL |

### A page, \`/\`

| site | JS |
| --- | ---: |
| This one | 4 KB |
| a \\| b | 5 KB |

<!-- torn -->

## A part that does not say its run

| budget | limit | measured | result |
| --- | --- | --- | --- |
| x | 1 | 1 | pass |
`;
  test('has its day, its command, its limits and its peers; what names no run is left out', () => {
    expect(benchParts(TEXT)).toEqual([
      {
        id: 'site',
        title: 'Pages and builds',
        command: 'npm run bench -- site --runs 1',
        date: '2026-11-23',
        machine: '2 CPUs (AMD EPYC), Node 24.21.0',
        budgets: [
          { name: 'JS', limit: 'at most 6 KB', measured: '4 KB', result: 'pass' },
          { name: 'CSS', limit: 'at most 8 KB', measured: '9 KB', result: 'FAIL' },
        ],
        peers: [
          {
            heading: 'A page, `/`',
            head: ['site', 'JS'],
            rows: [
              ['This one', '4 KB'],
              ['a | b', '5 KB'],
            ],
          },
        ],
      },
    ]);
  });
  test.each(['', 'no part', '<!-- site -->', '<!-- site -->\n\n## Title'])('%j has none', (text) =>
    expect(benchParts(text)).toEqual([]),
  );
  test('every part of the real one says its run', () => {
    const text = read('bench/RESULTS.md');
    expect(benchParts(text).map(({ id }) => id)).toEqual(
      [...text.matchAll(/^<!-- (\w+) -->$/gm)].map(([, id]) => id),
    );
  });
});

test('a text without a table has none, and one without rows has its head', () => {
  expect(tablesOf('| no | rule |\nwords')).toEqual([]);
  expect(tablesOf('| a | b |\n| --- | --- |')).toEqual([{ head: ['a', 'b'], rows: [] }]);
});

describe('the page', () => {
  let site: Site;
  beforeAll(async () => void (site = await Site.open()));
  afterAll(() => site.close());

  test('counts what is there, and each row names a command that there is', async () => {
    const page = await site.visit('/quality/', DESK);
    const row = (name: string) =>
      page.locator('tr', { has: page.getByRole('rowheader', { name }) }).innerText();
    const folder = 'tests/vectors/data';
    const rows = readdirSync(join(ROOT, folder)).reduce((n, name) => {
      const { cases } = JSON.parse(read(join(folder, name))) as { cases: unknown[] };
      return n + cases.length;
    }, 0);
    expect(await row('Rows from outside')).toContain(`${rows.toLocaleString('en')} rows`);
    const attacks = read('docs/attacks.md').match(/^`tests\/attacks\/\S+`, (\d+)\./gm) ?? [];
    const tried = attacks.reduce((n, line) => n + Number(/(\d+)\.$/.exec(line)?.[1]), 0);
    expect(await row('Attacks')).toContain(`${tried} in a browser`);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = await page.locator('.quality td code').allInnerTexts();
    const named = commands.map(
      (command) => /^(?:RECORD=1 )?npm (?:run )?(\S+)/.exec(command)?.[1] ?? command,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
    expect(page.faults.errors).toEqual([]);
    await page.context().close();
  });

  test('a limit that was not held is said as such', async () => {
    const page = await site.visit('/quality/', DESK);
    const failed = benchParts(read('bench/RESULTS.md')).flatMap(({ budgets }) =>
      budgets.filter(({ result }) => result !== 'pass'),
    );
    expect(await page.locator('.quality td strong').count()).toBe(failed.length);
    await page.getByRole('contentinfo').getByRole('link', { name: 'How good it is' }).click();
    expect(new URL(page.url()).pathname).toBe('/quality/');
    await page.context().close();
  });
});
