import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { asVitest } from '../../../src/figures/cells/vitest.ts';
import { asTest as numberTest } from '../../../src/figures/numbers/as-test.ts';
import { KIND_OPTIONS, isKind } from '../../../src/figures/numbers/kinds.ts';
import { ALL } from '../../../src/figures/numbers/parts.ts';
import { PRESET, withKind, type State } from '../../../src/figures/numbers/state.ts';
import { asTest as rowsTest } from '../../../src/figures/rows/as-test.ts';
import { rowTable, type Kernel } from '../../../src/model/index.ts';
import { root } from '../../../src/root.ts';

/* Every kind of test that a page gives, written to a folder and run by Vitest as a reader would. */

const LINK = 'https://guide.example/x/';
const place = mkdtempSync(join(root, 'tests/.taken-'));
afterAll(() => rmSync(place, { recursive: true }));

const number = (state: State): string => numberTest(ALL, state, LINK);

function rows(kernel: Kernel, other: Kernel | null): string {
  const { table } = rowTable('prepareMemoryRegion', kernel, other);
  const walk = table?.scan({ guestMemfd: 'none', protectedVm: 'no' });
  let found = walk?.next();
  while (found?.done === false) found = walk?.next();
  const { rows: list = [], total = 0 } = found?.value ?? {};
  const asked = { question: 'prepareMemoryRegion', kernel, other } as const;
  return rowsTest(asked, { rows: Uint32Array.from(list), total, link: LINK });
}

const at = { name: 'x', link: LINK };
const FILES: Readonly<Record<string, string>> = {
  figure: asVitest({ ...at, kind: 'leak', state: {} }) ?? '',
  table: asVitest({ ...at, kind: 'mair', state: {} }) ?? '',
  ...Object.fromEntries(
    KIND_OPTIONS.flatMap(([kind]) =>
      isKind(kind) ? [[kind, number(withKind(PRESET, kind))]] : [],
    ),
  ),
  compared: number({ ...PRESET, other: '0x40000080000747', granule: '64K', level: '0' }),
  'two-faults': number({ ...withKind(PRESET, 'fault'), 'other-hpfar': '0x90010' }),
  rows: rows('v7.3', null),
  'rows-of-two': rows('v6.16', 'v7.3'),
};

/** What Vitest says of the folder: how many tests there were, and how many failed. */
function ran(): { total: number; failed: number } {
  const report = join(place, 'report.json');
  try {
    execFileSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--configLoader',
        'native',
        '--reporter=json',
        `--outputFile=${report}`,
        place,
      ],
      { cwd: root, stdio: 'ignore' },
    );
  } catch {
    // The report says which failed.
  }
  const { numTotalTests: total, numFailedTests: failed } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as { numTotalTests: number; numFailedTests: number };
  return { total, failed };
}

it('each kind runs and holds, and fails where an answer is another', () => {
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(join(place, `${name}.test.ts`), text);
  const first = ran();
  // A test of each register that stands alone, 256 bytes, 50 rows, and 50 rows of two kernels.
  expect(first.total).toBeGreaterThan(256 + 50 + 100);
  expect(first.failed).toBe(0);
  const changed = (name: string, from: string, to: string): void => {
    const text = FILES[name] ?? '';
    expect(text).toContain(from);
    writeFileSync(join(place, `${name}.test.ts`), text.replace(from, to));
  };
  changed('CTR_EL0', '"not needed"', '"needed"');
  changed('ptdump', 'word: "ro"', 'word: "rw"');
  changed('fault', '"write"', '"read"');
  changed('rows', '"accepted"', '"refused"');
  expect(ran()).toEqual({ total: first.total, failed: 4 });
});

it('a whole table says which of its rows the test has', () => {
  expect(FILES['rows']).toMatch(
    /^\/\/ The first 50 of [\d,]+ rows of the table prepareMemoryRegion, v7\.3$/m,
  );
  expect(FILES['rows']?.match(/outcomeInWords\(prepare/g)).toHaveLength(50);
  expect(FILES['rows-of-two']?.match(/outcomeInWords\(prepare/g)).toHaveLength(100);
});

it('what a link brought is text and no program', () => {
  const bad = '0x0-0x1 1K PTE "];process.exit();//\u2028';
  expect(number({ ...withKind(PRESET, 'ptdump'), line: bad })).toContain(JSON.stringify(bad));
});
