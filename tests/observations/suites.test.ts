import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KERNELS } from '../../lab/plan/kernels.ts';
import { seriesOf } from '../../src/observations/watch/drift.ts';
import {
  kernelsIn,
  newestOfSeries,
  notOffered,
  type SuiteRecord,
} from '../../src/observations/watch/suites.ts';
import { root } from '../../src/root.ts';

describe('kernels among packages', () => {
  const names = [
    'linux-image-6.17.13+deb13-arm64',
    'linux-image-6.17.13+deb13-arm64-16k',
    'linux-image-6.17.13+deb13-cloud-arm64',
    'linux-image-7.3.4+deb13-arm64',
    'linux-image-7.3.10+deb13-arm64',
    'linux-headers-7.3.10+deb13-arm64',
    'linux-headers-7.3.4+deb13-arm64',
    'linux-image-arm64',
  ];

  it('are whole with their headers, by age, one flavour alone', () =>
    expect(kernelsIn(names)).toEqual({
      whole: ['7.3.4+deb13', '7.3.10+deb13'],
      image: ['6.17.13+deb13'],
    }));

  it('are named by the newest of a series', () =>
    expect(newestOfSeries(['6.1.0-47', '7.3.4+deb13', '7.3.10+deb13'])).toEqual([
      '6.1.0',
      '7.3.10',
    ]));

  it('leave out series that no suite has, over the end of 6.x', () => {
    const suites = [{ suite: 'x', whole: ['6.18.1', '7.1.2'], image: ['6.17.3'] }];
    expect(notOffered({ date: '2026-12-01', suites }, '6.16')).toEqual(['6.16', '6.19', '7.0']);
    expect(notOffered({ date: '2026-12-01', suites: [] }, '6.16')).toEqual([]);
  });
});

it('the record has every kernel of the plan in its suite, with headers or as unlisted', () => {
  const file = join(root, 'content/data/witnesses/suites.json');
  const { date, suites } = JSON.parse(readFileSync(file, 'utf8')) as SuiteRecord;
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const { suite, series, unlisted } of KERNELS) {
    const found = suites.find((one) => one.suite === suite);
    const listed = unlisted === undefined ? found?.whole : found?.image;
    expect(listed?.map(seriesOf), `${series} in ${suite}`).toContain(series);
  }
});
