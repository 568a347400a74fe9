import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TEST_RUNS, type TestRun } from '../../src/quality/runs.ts';

/* What `RECORD=1 npm test` writes: Vitest itself, over files of which it is known how they end. */

const ROOT = join(import.meta.dirname, '../..');
vi.setConfig({ testTimeout: 300_000 });

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'recorded-')));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  put('chromium', "#!/bin/sh\necho 'Chromium 9.8.7 built on a shell'\n", 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string, mode = 0o644): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
}

const PROJECTS = `[
  { test: { name: 'browser', include: ['tests/site/**/*.test.ts'] } },
  { test: { name: 'rest', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] } },
]`;

/** Runs all tests of the folder; what stands in the record afterwards. */
function recorded(chromium: string | null, ...args: string[]): TestRun[] {
  const reporter = JSON.stringify(join(ROOT, 'tests/support/record.ts'));
  const found = chromium === null ? null : join(folder, chromium);
  const engines = [
    { name: 'Firefox', programs: ['firefox'] },
    { name: 'WebKit', missing: 'no WebKit was found' },
  ];
  put(
    'vitest.config.mjs',
    `import RunRecord from ${reporter};
const [chromium, engines, root] = ${JSON.stringify([found, engines, folder])};
export default { test: { reporters: [new RunRecord(chromium, engines, root)], projects: ${PROJECTS} } };`,
  );
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const argv = [vitest, 'run', '--configLoader', 'native', '--root', folder, ...args];
  const { VITEST: _, ...env } = process.env;
  const { stderr } = spawnSync(process.execPath, argv, { cwd: folder, env, encoding: 'utf8' });
  const at = join(folder, TEST_RUNS);
  try {
    return JSON.parse(readFileSync(at, 'utf8')) as TestRun[];
  } catch {
    throw new Error(`no record; the run said: ${stderr}`);
  }
}

const ENDS = `import { expect, test } from 'vitest';
test('passes', () => {});
test.each([1, 2])('passes too %i', () => {});
test('fails', () => expect(1).toBe(2));
test.skip('is skipped', () => {});
`;
/** As the files of tests/browsers do it. */
const ENGINES = `import { describe, test } from 'vitest';
describe('Firefox', () => {
  test('one', ({ task }) => void (task.meta.engine = 'Firefox 153.8'));
});
describe.skip('WebKit', () => test('one', () => {}));
test('without one', () => {});
`;
/** Midnight may come between. */
const TODAY = expect.stringMatching(/^2\d{3}-\d\d-\d\d$/) as string;

test('each file has what it came to, by browser, and of those left out what they said before', () => {
  const before = {
    file: 'tests/other.test.ts',
    engine: null,
    date: '2026-01-02',
    passed: 7,
    failed: 0,
    skipped: 0,
  };
  const stale = { ...before, file: 'tests/a.test.ts', engine: 'Chromium 1.2' };
  const gone = { ...before, file: 'tests/gone.test.ts' };
  put(TEST_RUNS, JSON.stringify([before, gone, stale]));
  put('tests/other.test.ts', ENDS);
  put('tests/a.test.ts', ENDS);
  put('tests/site/b.test.ts', "import { test } from 'vitest';\ntest('passes', () => {});\n");
  put('tests/site/engines.test.ts', ENGINES);
  put('tests/skipped.test.ts', "import { test } from 'vitest';\ntest.skip('no', () => {});\n");
  put('tests/.made/c.test.ts', "import { test } from 'vitest';\ntest('passes', () => {});\n");
  const none = { date: TODAY, failed: 0, skipped: 0 };
  const chromium = 'Chromium 9.8.7';
  expect(recorded('chromium', 'a.test', 'site', 'skipped', 'made')).toEqual([
    { ...none, file: 'tests/a.test.ts', engine: null, passed: 3, failed: 1, skipped: 1 },
    before,
    { ...none, file: 'tests/site/b.test.ts', engine: chromium, passed: 1 },
    { ...none, file: 'tests/site/engines.test.ts', engine: chromium, passed: 1 },
    { ...none, file: 'tests/site/engines.test.ts', engine: 'Firefox 153.8', passed: 1 },
  ]);
});

test('without Chromium nothing is said of it, and a torn record is begun anew', () => {
  put(TEST_RUNS, '[{"file": "tests/a');
  put('tests/a.test.ts', ENDS);
  put('tests/site/b.test.ts', "import { test } from 'vitest';\ntest('passes', () => {});\n");
  expect(recorded(null).map(({ file, engine }) => [file, engine])).toEqual([
    ['tests/a.test.ts', null],
  ]);
});

test('what a name left out was not run', () => {
  put('tests/a.test.ts', ENDS);
  put('tests/b.test.ts', "import { test } from 'vitest';\ntest('another', () => {});\n");
  expect(recorded(null, '-t', 'another').map(({ file }) => file)).toEqual(['tests/b.test.ts']);
});
