import { expect, it } from 'vitest';
import { KERNELS, QUESTIONS, rowTable, type Question, type RowTable } from 'stage-two';

/* `shortestWays` looks no further than six changes. How far it would have to look, by a walk over whole tables. */

const LOOKS = 6;
const newest = KERNELS.at(-1) ?? 'v7.3';

/** The whole tables whose columns all stand in each row; that of a fault leaves those of a VMA out. */
const TABLES = (Object.keys(QUESTIONS) as Question[]).flatMap(
  (question): [Question, RowTable][] => {
    const { table } = rowTable(question, newest);
    return table === null || question === 'handleFault' ? [] : [[question, table]];
  },
);

/** The most columns that have to be changed to come from some row to some answer. */
function longestWay(table: RowTable): number {
  const sizes = table.places.digitsOf(table.size - 1).map((last) => last + 1);
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((product, n) => product * n, 1));
  const answers = Array.from({ length: table.size }, (_, row) => table.answer(row));
  const words = table.answers.map(({ cells }) => cells.get('answer') ?? '');
  let longest = 0;
  for (const wanted of new Set(words)) {
    // One step changes one column; rows that no kernel knows are gone through too, as columns change together.
    const seen = new Uint8Array(table.size);
    let front = answers.flatMap((answer, row) => (words[answer] === wanted ? [row] : []));
    for (const row of front) seen[row] = 1;
    for (let steps = 1; front.length > 0; steps++) {
      const next: number[] = [];
      for (const row of front)
        for (const [i, stride] of strides.entries()) {
          const size = sizes[i] ?? 1;
          const first = row - (Math.floor(row / stride) % size) * stride;
          for (let there = first; there < first + size * stride; there += stride) {
            if (seen[there] === 1) continue;
            seen[there] = 1;
            next.push(there);
          }
        }
      if (next.some((row) => (answers[row] ?? -1) >= 0)) longest = Math.max(longest, steps);
      front = next;
    }
  }
  return longest;
}

it('tables are whole products of their columns', () => {
  expect(TABLES.length).toBeGreaterThan(14);
  for (const [question, table] of TABLES) {
    const product = table.inputs.reduce((all, { values }) => all * values.length, 1);
    expect([question, product]).toEqual([question, table.size]);
  }
});

it.each(TABLES)('%s: no way is longer than the search looks', (_, table) =>
  expect(longestWay(table)).toBeLessThanOrEqual(LOOKS),
);

it('one of them is as long', () => {
  const table = TABLES.find(([question]) => question === 'memslotChange')?.[1];
  expect(table && longestWay(table)).toBe(LOOKS);
});
