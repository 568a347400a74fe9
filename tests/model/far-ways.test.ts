import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { waysInWords, type RowTable, type Way } from 'stage-two';
import { tableOf } from './support/rows.ts';

const answerAt = (table: RowTable, row: number): string | undefined =>
  table.answers[table.answer(row)]?.cells.get('answer');
function walked<T>(walk: Generator<number, T>): { readonly steps: number[]; readonly found: T } {
  const steps: number[] = [];
  for (;;) {
    const { done, value } = walk.next();
    if (done) return { steps, found: value };
    steps.push(value);
  }
}

/** Ways and the values of a change come in the order in which each search meets them. */
const inOneOrder = (ways: readonly Way[]): string[] =>
  waysInWords(
    ways.map((way) => way.map((change) => ({ ...change, to: change.to.toSorted() }))),
  ).toSorted();

// The search by tries is held against a walk over cells in shortest-ways.test.ts.
it.each([
  ['checkExtension', 0],
  ['vmaIsCacheable', 0],
  ['cacheMaintenance', 0],
  ['handleProtectedFault', 0],
  ['memslotChange', 0],
  ['memslotChange', 5],
] as const)('%s, beyond %d: the walk finds the ways that the tries find', (question, beyond) => {
  const table = tableOf(question, 'v7.3');
  for (let row = 0; row < table.size; row++) table.answer(row);
  const answers = [...new Set(table.answers.map(({ cells }) => cells.get('answer') ?? ''))];
  let met = 0;
  fc.assert(
    fc.property(fc.nat(table.size - 1), fc.constantFrom(...answers), (row, answer) => {
      if (table.answer(row) < 0 || answerAt(table, row) === answer) return;
      const near = table.ways(row, answer);
      if ((near[0]?.length ?? 0) <= beyond) return;
      met += 1;
      const far = walked(table.farWays(row, answer, beyond)).found;
      expect(inOneOrder(far)).toEqual(inOneOrder(near));
    }),
    { numRuns: beyond > 0 ? 400 : 12, seed: 7 },
  );
  expect(met).toBeGreaterThan(0);
});

it('goes further than the tries, says how far it is, and leads to the answer', () => {
  const table = tableOf('handleFault', 'v6.16');
  const answer = 'permissions relaxed, NC';
  const from = {
    ...table.input(1_381_769),
    pfnIsMapMemory: true,
    access: 'exec',
    pfnLookup: 'error',
    mapWritable: false,
  };
  const row = table.rowOf(from) as number;
  expect(table.ways(row, answer)).toEqual([]);
  const { steps, found } = walked(table.farWays(row, answer));
  expect(steps.length).toBeGreaterThan(100);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBeLessThanOrEqual(table.size);
  const [way = []] = found;
  expect(way.length).toBeGreaterThan(6);
  const cells = new Map(table.inputs.map(({ name }, i) => [name, table.inputCells(row)[i]]));
  for (const { column, from: before } of way) expect(cells.get(column)).toBe(before);
  const changed = new Map(way.map(({ column, to }) => [column, to[0]]));
  const places = table.inputs.map(({ name, values, at }) => {
    const wanted = changed.get(name) ?? cells.get(name);
    return { name, fits: (digit: number) => values[at[digit] as number] === wanted };
  });
  const digits = table.places.lengths.map((length, axis) =>
    [...Array(length).keys()].find((digit) =>
      places.every(({ fits }, i) => table.inputs[i]?.axis !== axis || fits(digit)),
    ),
  );
  expect(answerAt(table, table.places.placeOf(digits as number[]))).toBe(answer);
});

it('is none where no row has the answer', () => {
  const table = tableOf('checkExtension', 'v6.16');
  expect(walked(table.farWays(0, 'supported')).found).toEqual([]);
});

it('is not begun where the tries find a way, or where the row has the answer', () => {
  const table = tableOf('checkExtension', 'v7.3');
  const from = table.rowOf({ fwb: false, dic: false, vmFd: true }) as number;
  const { steps, found } = walked(table.waysTo(from, 'supported'));
  expect([steps, found]).toEqual([[], table.ways(from, 'supported')]);
  expect(found.length).toBeGreaterThan(0);
  const there = table.rowOf({ fwb: true, dic: true, vmFd: true }) as number;
  expect(walked(table.waysTo(there, 'supported'))).toEqual({ steps: [], found: [] });
});
