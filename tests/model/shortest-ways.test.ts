import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestWays, waysInWords, type RowTable } from 'stage-two';
import { tableOf } from './support/rows.ts';

/** The fewest columns in which a row with that answer differs, by looking at every row of the table. */
function fewest(table: RowTable, from: number, answer: string): number | null {
  const here = table.inputCells(from);
  let least: number | null = null;
  for (let row = 0; row < table.size; row++) {
    if (table.answers[table.answer(row)]?.cells.get('answer') !== answer) continue;
    const there = table.inputCells(row);
    const changes = here.filter((cell, i) => cell !== there[i]).length;
    if (least === null || changes < least) least = changes;
  }
  return least;
}

describe('shortest ways', () => {
  it.each(['checkExtension', 'hvaToPfn', 'cacheMaintenance', 'handleProtectedFault'] as const)(
    '%s: as few changes as a walk over the whole table finds, and each leads there',
    (question) => {
      const table = tableOf(question, 'v7.3');
      for (let row = 0; row < table.size; row++) table.answer(row);
      const answers = [...new Set(table.answers.map(({ cells }) => cells.get('answer') ?? ''))];
      fc.assert(
        fc.property(fc.nat(table.size - 1), fc.constantFrom(...answers), (row, answer) => {
          if (table.answer(row) < 0) return;
          const now = table.answers[table.answer(row)]?.cells.get('answer');
          const ways = table.ways(row, answer);
          const least = fewest(table, row, answer) ?? 0;
          const none = now === answer || least > 6;
          const lengths = new Set(ways.map((way) => way.length));
          expect(lengths).toEqual(new Set(none ? [] : [least]));
          for (const way of ways)
            for (const to of way[0]?.to ?? []) {
              const cells = table.inputCells(row);
              for (const [i, { column, to: others }] of way.entries())
                cells[table.inputs.findIndex(({ name }) => name === column)] =
                  i === 0 ? to : (others[0] ?? '');
              const at = rowWith(table, cells);
              expect(table.answers[table.answer(at)]?.cells.get('answer')).toBe(answer);
            }
        }),
        { numRuns: question === 'hvaToPfn' ? 4 : 25 },
      );
    },
    60_000,
  );

  it('add a VMA and set its fields, where there is none', () => {
    const table = tableOf('handleFault', 'v7.3');
    const row = table.rowOf({ vma: null, fwb: true, dic: true, access: 'read' }) as number;
    expect(waysInWords(table.ways(row, 'mapped, Device-nGnRE'))).toEqual([
      'vma given instead of none and vma.vmPfnmap 1 instead of 0 and vma.attrIndx MT_NORMAL_NC, MT_DEVICE_nGnRnE or MT_DEVICE_nGnRE instead of MT_NORMAL',
      'vma given instead of none and vma.vmMixedmap 1 instead of 0 and vma.attrIndx MT_NORMAL_NC, MT_DEVICE_nGnRnE or MT_DEVICE_nGnRE instead of MT_NORMAL',
    ]);
  });

  it('are none for bad input, for an answer that is there already, and for none that exists', () => {
    const input = { fwb: true, dic: true, vmFd: true };
    expect(shortestWays('checkExtension', 'v7.3', { fwb: 1 }, 'supported')).toEqual([]);
    expect(shortestWays('checkExtension', 'v7.3', input, 'supported')).toEqual([]);
    expect(shortestWays('checkExtension', 'v6.16', input, 'supported')).toEqual([]);
    expect(shortestWays('constructor' as never, 'v7.3', input, 'supported')).toEqual([]);
  });
});

/** The row with these cells: the place of each value on its axis, where one column is one axis. */
function rowWith(table: RowTable, cells: readonly string[]): number {
  for (let row = 0; row < table.size; row++)
    if (table.inputCells(row).every((cell, i) => cell === cells[i])) return row;
  return -1;
}
