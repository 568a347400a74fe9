import { describe, expect, it } from 'vitest';
import { ran } from './outside.ts';

describe('verdicts', () => {
  it('prints every row as JSON', () => {
    const { code, out } = ran('verdicts --json');
    const rows = JSON.parse(out.join('\n'));
    expect([code, rows.length]).toEqual([0, 624]);
    expect([...new Set(rows.map((row: { policy: string }) => row.policy))]).toEqual([
      'fallback-to-device',
      'error-on-creation',
      'fwb-only',
      'error-at-fault-only',
      'cacheable-unchecked',
      'cacheable-with-cmos',
      'opt-in-fallback:error',
      'opt-in-fallback:device',
      'memslot-flag:set',
      'memslot-flag:unset',
      'flag-or-device:set',
      'flag-or-device:unset',
      'clean-before-device',
    ]);
    expect(rows[0]).toEqual({
      policy: 'fallback-to-device',
      fwb: false,
      dic: false,
      vma: 'cacheable',
      guestS1: 'wb',
      slot: 'accepted',
      fault: 'device',
      noLeak: false,
      coherent: false,
      noStaleFetch: null,
      noLateFailure: true,
      keepsCacheable: false,
      states: expect.any(Number),
      transitions: expect.any(Number),
      counterexample: expect.arrayContaining(['the owner writes zeros', 'B reads']),
      counterexampleOf: 'noLeak',
    });
  });

  it('prints the rows of one policy as a table', () => {
    const { code, out } = ran('verdicts --policy=fwb-only');
    expect([code, out.length]).toEqual([0, 49]);
    expect(out[0]).toMatch(/^policy +fwb +dic +vma +guestS1 +slot +fault +noLeak/);
    expect(out.find((line) => /^fwb-only +1 +0 +cacheable +wb/.test(line))).toMatch(
      /accepted +normal +yes +yes +no +yes +yes +\d+ +7$/,
    );
  });

  it('prints one page, and one property with the way to break it', () => {
    const { out } = ran('verdicts --vma cacheable --guest wb');
    expect(out).toHaveLength(1 + 13 * 4);
    const one = ran(
      'verdicts --policy fwb-only --vma cacheable --guest wb --property noStaleFetch',
    );
    expect(one.out[0]).toMatch(/slot +fault +noStaleFetch +states +steps$/);
    const rows = JSON.parse(
      ran('verdicts --guest wb --vma cacheable --property noStaleFetch --json').out.join('\n'),
    );
    // Its Normal page on a host without DIC, not maintained, is fetched stale; the first broken
    // property of the row is another.
    const late = rows.find(
      (row: { policy: string; fwb: boolean; dic: boolean }) =>
        row.policy === 'cacheable-unchecked' && !row.fwb && !row.dic,
    );
    expect(late).toMatchObject({ noStaleFetch: false });
    expect(late.counterexample.at(-1)).toMatch(/fetch/);
    expect(late).not.toHaveProperty('noLeak');
  });

  it.each([
    ['verdicts --vma ram', /--vma "ram"; expected cacheable\|/],
    ['verdicts --guest WB', /--guest "WB"; expected wb\|.*nearest: wb;/],
    ['verdicts --property toString', /--property "toString"; expected noLeak\|/],
    ['verdicts --policy best', /received "?--policy "?best"?; expected fallback-to-device\|/],
    [
      'verdicts --policy memslot-flag',
      /\(Did you mean 'memslot-flag:set' or 'memslot-flag:unset'\?\)/,
    ],
    ['verdicts --policy fbw-only', /\(Did you mean 'fwb-only'\?\)/],
    ['verdicts all', /received "all"; expected options only/],
  ])('answers %s with one line', (line, text) => {
    const { code, err } = ran(line);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(text);
  });
});
