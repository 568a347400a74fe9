import { describe, expect, test } from 'vitest';
import { byEngine, summed, withRuns, type TestRun } from '../../src/quality/runs.ts';

const run = (
  file: string,
  engine: string | null,
  date: string,
  passed = 1,
  failed = 0,
): TestRun => ({
  file,
  engine,
  date,
  passed,
  failed,
  skipped: 0,
});

describe('a record of test runs', () => {
  const before = [
    run('a.test.ts', 'Chromium 1', '2026-11-01', 5),
    run('b.test.ts', 'Firefox 1', '2026-11-02', 2, 1),
    run('b.test.ts', 'WebKitGTK 1', '2026-11-02', 3),
  ];
  test('a part that is run again replaces its own, in every browser, and nothing else', () => {
    const now = [run('b.test.ts', 'Firefox 2', '2026-11-03', 4)];
    expect(withRuns(before, now)).toEqual([before[0], now[0]]);
    expect(withRuns(before, [])).toEqual(before);
  });
  test('stands in one order, whoever ran first', () => {
    expect(withRuns([], before.toReversed())).toEqual(before);
  });
  test('is added up from its first day to its last', () => {
    expect(summed(before)).toEqual({ from: '2026-11-01', to: '2026-11-02', passed: 10, failed: 1 });
    expect(summed([])).toBeNull();
  });
  test('has a part for each browser, and none for tests without one', () => {
    const all = [...before, run('c.test.ts', null, '2026-11-01')];
    expect(byEngine(all).map(([engine, runs]) => [engine, runs.length])).toEqual([
      ['Chromium 1', 1],
      ['Firefox 1', 1],
      ['WebKitGTK 1', 1],
    ]);
  });
});
