import { expect, it } from 'vitest';
import { KERNELS, QUESTIONS, rowTable, type Kernel, type Question, type RowTable } from 'stage-two';

/*
 * `shortestWays` tries up to six changes. How far it would have to look, by whole tables. That of a
 * fault has 2.4 million rows a kernel, so it is asked with WHOLE=1 alone, which takes minutes. There some pairs
 * of a row and an answer, 3 in 100, are further apart, up to ten changes; `RowTable.farWays` finds those.
 * WHOLE=1 npx vitest run --configLoader native tests/model/longest-ways.test.ts
 */

const LOOKS = 6;
const newest = KERNELS.at(-1) ?? 'v7.3';

const tableOf = (question: Question, kernel: Kernel): RowTable | null =>
  rowTable(question, kernel).table;

/** The whole tables that are asked in a moment. */
const TABLES = (Object.keys(QUESTIONS) as Question[]).flatMap(
  (question): [Question, RowTable][] => {
    const table = tableOf(question, newest);
    return table === null || question === 'handleFault' ? [] : [[question, table]];
  },
);

type Fields = Readonly<Record<string, unknown>>;
const NOT_SET: ReadonlySet<unknown> = new Set([undefined, false, 0]);

/** The changes from one value of an axis to another: a record is added plain, and then changed field by field. */
function changes(from: unknown, to: unknown): number {
  if (Array.isArray(from) && Array.isArray(to)) return changes(from[0], to[0]);
  if (to === null || typeof to !== 'object' || typeof from !== 'object') return from === to ? 0 : 1;
  const before = (from ?? {}) as Fields;
  const after = to as Fields;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const same = (a: unknown, b: unknown) => a === b || (NOT_SET.has(a) && NOT_SET.has(b));
  const inside = names.filter((name) => !same(before[name], after[name])).length;
  return from === null ? inside + 1 : inside;
}

/** The changes between any two places on each axis of a table. */
function distances(table: RowTable): number[][][] {
  const { places } = table;
  const first = places.digitsOf(0);
  return places.lengths.map((length, axis) => {
    const values = Array.from({ length }, (_, digit) =>
      table.input(places.placeOf(first.with(axis, digit))),
    );
    const name = Object.keys(Object.assign({}, ...values) as Fields).find(
      (key) => new Set(values.map((value) => JSON.stringify(value[key]))).size > 1,
    );
    if (name === undefined) return [[0]];
    return values.map((from) => values.map((to) => changes(from[name], to[name])));
  });
}

const FAR = 0xff;

/**
 * The most changes that it takes to come from some row to some answer, and the share of all pairs of them that
 * are further apart than the search looks. Changes of different axes add up, so
 * the nearest row with an answer is found axis by axis.
 */
function longestWay(table: RowTable): { readonly longest: number; readonly further: number } {
  const { lengths, size } = table.places;
  const between = distances(table);
  const answers = Int16Array.from({ length: size }, (_, row) => table.answer(row));
  const words = table.answers.map(({ cells }) => cells.get('answer') ?? '');
  let [longest, further, pairs] = [0, 0, 0];
  for (const wanted of new Set(words)) {
    const near = Uint8Array.from(answers, (answer) => (words[answer] === wanted ? 0 : FAR));
    let stride = size;
    for (const [axis, length] of lengths.entries()) {
      stride /= length;
      const to = between[axis] as number[][];
      const line = new Uint8Array(length);
      for (let row = 0; row < size; row++) {
        if (Math.floor(row / stride) % length !== 0) continue;
        for (let a = 0; a < length; a++) line[a] = near[row + a * stride] as number;
        for (let a = 0; a < length; a++) {
          let best = FAR;
          for (let b = 0; b < length; b++)
            best = Math.min(best, (to[a]?.[b] as number) + (line[b] as number));
          near[row + a * stride] = best;
        }
      }
    }
    for (let row = 0; row < size; row++) {
      if ((answers[row] as number) < 0) continue;
      pairs++;
      longest = Math.max(longest, near[row] as number);
      if ((near[row] as number) > LOOKS) further++;
    }
  }
  return { longest, further: further / pairs };
}

it('tables are whole products of their columns', () => {
  expect(TABLES.length).toBeGreaterThan(14);
  for (const [question, table] of TABLES) {
    const product = table.inputs.reduce((all, { values }) => all * values.length, 1);
    expect([question, product]).toEqual([question, table.size]);
  }
});

it.each(TABLES)('%s: no way is longer than the search looks', (_, table) =>
  expect(longestWay(table)).toMatchObject({ further: 0 }),
);

it('one of them is as long', () => {
  const table = TABLES.find(([question]) => question === 'memslotChange')?.[1];
  expect(table && longestWay(table)).toEqual({ longest: LOOKS, further: 0 });
});

it.runIf(process.env['WHOLE'] === '1').each([
  ['v6.16', 8, 0.0036],
  ['v6.17', 10, 0.0301],
  ['v7.3', 10, 0.0294],
] as const)(
  'in the table of faults of %s a way of %d changes is the longest, and few are longer than is looked',
  (kernel, longest, most) => {
    const table = tableOf('handleFault', kernel);
    expect(table?.size).toBeGreaterThan(2_000_000);
    const found = table && longestWay(table);
    expect(found?.longest).toBe(longest);
    expect(found?.further).toBeLessThan(most);
  },
  3_600_000,
);
