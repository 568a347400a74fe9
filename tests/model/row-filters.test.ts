import { describe, expect, it } from 'vitest';
import type { Filters } from 'stage-two';
import { cellsOf, scanned, tableOf } from './support/rows.ts';

/** Filters that keep a table of memslots small. */
const GIVEN = { protectedVm: 'no', guestMemfd: 'none' } as const;

describe('a filter of several values', () => {
  const table = tableOf('prepareMemoryRegion', 'v7.3');
  /** All rows, one by one: what filters leave is looked for in them. */
  const all = scanned(table, { ...GIVEN, vmHasMte: '0', beyondIpa: '0' }).rows.map((row) => ({
    row,
    cells: cellsOf(table, row),
  }));
  it.each<[string, Filters]>([
    ['on an input', { change: ['CREATE', 'MOVE'] }],
    ['on a part of the answer', { answer: ['accepted', 'refused at the memslot, EINVAL'] }],
    ['on both, with a single one', { change: ['CREATE', 'MOVE'], answer: ['accepted'], fwb: '0' }],
    ['of one value', { fwb: ['1'] }],
  ])('%s leaves the rows that have one of them, and counts the others', (_, filters) => {
    const given: Filters = { ...GIVEN, vmHasMte: '0', beyondIpa: '0', ...filters };
    expect(table.wrong(given)).toBe(null);
    const found = scanned(table, given);
    const fits = (cells: Record<string, string>, without = '') =>
      Object.entries(given).every(
        ([name, filter]) => name === without || [filter].flat().includes(cells[name] ?? ''),
      );
    expect(found.total).toBe(all.filter(({ cells }) => fits(cells)).length);
    expect(found.total).toBeGreaterThan(0);
    expect(found.rows).toEqual(
      all
        .filter(({ cells }) => fits(cells))
        .map(({ row }) => row)
        .slice(0, found.rows.length),
    );
    for (const name of Object.keys(filters))
      for (const [value, count] of found.counts.get(name) ?? [])
        expect([name, value, count]).toEqual([
          name,
          value,
          all.filter(({ cells }) => fits(cells, name) && cells[name] === value).length,
        ]);
  });

  it('that names a value of no row is wrong', () => {
    expect(table.wrong({ fwb: ['0', 'yes'] })).toMatchObject({ code: 'unknown-choice' });
  });
});
