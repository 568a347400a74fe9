import type { RowAnswer } from './answers.ts';
import type { InputColumn } from './columns.ts';
import { filterLeaves, type Filters } from './filters.ts';
import { NO_ROW } from './limits.ts';
import type { Places } from './places.ts';

/** How often each value of each column occurs, by the names of both. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What filters leave of a table. */
export interface Scan {
  /** All rows are found; what columns without a filter would leave is counted. */
  readonly found: boolean;
  /** All is counted. */
  readonly done: boolean;
  /** Inputs that were looked at, and that have to be. */
  readonly looked: number;
  readonly of: number;
  /** The rows that are left, as many of them as are kept, in their order. */
  readonly rows: readonly number[];
  /** How many are left. */
  readonly total: number;
  /**
   * For each column how many rows each of its values would leave, with all other filters as they are.
   * Empty until the rows are found; a column that has a filter is counted last.
   */
  readonly counts: Counts;
  /** The columns of the answers of these rows, those that filters on answers leave out too, as they were met. */
  readonly columns: readonly string[];
  /** How many rows there would be without one of the filters, by its column. */
  readonly without: ReadonlyMap<string, number>;
}

/** Inputs between two steps: a few milliseconds. */
const STEP = 4096;

interface Answers {
  readonly list: readonly RowAnswer[];
  at(place: number, digits: readonly number[]): number;
}

/** What is read of a table. */
interface Read {
  readonly places: Places;
  readonly columns: readonly InputColumn[];
  readonly answers: Answers;
}

/** What one walk over rows counted. */
interface Tally {
  /** For each axis the rows at each of its values. */
  readonly axes: readonly number[][];
  /** For each answer the rows that have it, whatever filters say of answers. */
  readonly answers: number[];
  /** The answers in the order in which this walk met them, whatever the table was asked before. */
  readonly met: number[];
}

/** See `RowTable.scan`. */
export function* scan(read: Read, filters: Filters, most: number): Generator<Scan, Scan> {
  const { places, columns, answers } = read;
  const onInputs = columns.filter(({ name }) => Object.hasOwn(filters, name));
  const names = new Set(columns.map(({ name }) => name));
  const onAnswers = Object.entries(filters).filter(([name]) => !names.has(name));
  const fits = answerFilter(answers, onAnswers);
  const allowed = allowedBy(read, filters, onInputs);
  const others = onInputs.map((column) => ({
    column,
    allowed: allowedBy(
      read,
      filters,
      onInputs.filter((one) => one !== column),
    ),
  }));
  const of = [allowed, ...others.map((one) => one.allowed)].reduce(
    (sum, one) => sum + places.countOf(one),
    0,
  );
  const rows: number[] = [];
  let [looked, total] = [0, 0];
  const counts = new Map<string, ReadonlyMap<string, number>>();
  const without = new Map<string, number>();
  const main = emptyTally(places.lengths);
  const now = (state: Pick<Scan, 'found' | 'done'>): Scan => {
    const met = columnsOf(answers, main);
    return { ...state, looked, of, rows, total, counts, columns: met, without };
  };
  let found = false;

  function* walk(
    over: readonly (readonly number[])[],
    tally: Tally,
    meet: (place: number) => void,
  ) {
    for (const { place, digits } of places.each(over)) {
      if (++looked % STEP === 0) yield now({ found, done: false });
      const answer = answers.at(place, digits);
      if (answer === NO_ROW) continue;
      const before = tally.answers[answer];
      if (before === undefined) tally.met.push(answer);
      tally.answers[answer] = (before ?? 0) + 1;
      if (!fits(answer)) continue;
      for (let axis = 0; axis < digits.length; axis++)
        (tally.axes[axis] as number[])[digits[axis] as number]! += 1;
      meet(place);
    }
  }

  yield* walk(allowed, main, (place) => {
    total += 1;
    if (rows.length < most) rows.push(place);
  });
  for (const column of columns)
    if (!onInputs.includes(column)) counts.set(column.name, inputCounts(column, main));
  for (const [name, own] of answerCounts(answers, main, onAnswers)) counts.set(name, own);
  for (const [name] of onAnswers)
    without.set(name, sumOf(counts.get(name)) + emptyCells(answers, main, onAnswers, name));
  found = true;
  yield now({ found, done: false });
  for (const { column, allowed: over } of others) {
    let left = 0;
    const tally = emptyTally(places.lengths);
    yield* walk(over, tally, () => (left += 1));
    counts.set(column.name, inputCounts(column, tally));
    without.set(column.name, left);
  }
  return now({ found, done: true });
}

/** The values that filters leave on each axis. */
function allowedBy(
  { places }: Read,
  filters: Filters,
  filtered: readonly InputColumn[],
): readonly (readonly number[])[] {
  return places.lengths.map((length, axis) => {
    const own = filtered.filter((column) => column.axis === axis);
    const all = Array.from({ length }, (_, digit) => digit);
    return all.filter((digit) =>
      own.every(({ name, at, values }) => filterLeaves(filters[name], values[at[digit] as number])),
    );
  });
}

/** Whether an answer is left, remembered for each. */
function answerFilter({ list }: Answers, wanted: Wanted): (answer: number) => boolean {
  if (wanted.length === 0) return () => true;
  const known: (boolean | undefined)[] = [];
  return (answer) =>
    (known[answer] ??= wanted.every(([name, filter]) =>
      filterLeaves(filter, (list[answer] as RowAnswer).cells.get(name)),
    ));
}

const emptyTally = (axes: readonly number[]): Tally => ({
  axes: axes.map((length) => Array.from({ length }, () => 0)),
  answers: [],
  met: [],
});

const columnsOf = ({ list }: Answers, { met }: Tally): string[] => [
  ...new Set(met.flatMap((answer) => [...(list[answer] as RowAnswer).cells.keys()])),
];

function inputCounts({ at, values, axis }: InputColumn, { axes }: Tally): Map<string, number> {
  const counts = new Map(values.map((value) => [value, 0]));
  axes[axis]?.forEach((count, digit) => {
    const value = values[at[digit] as number];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + count);
  });
  return counts;
}

/** Filters on parts of the answers. */
type Wanted = readonly (readonly [name: string, filter: Filters[string]])[];

/** For each column of the answers what each value would leave, with the other filters on answers. */
function answerCounts({ list }: Answers, { answers, met }: Tally, wanted: Wanted) {
  const counts = new Map<string, Map<string, number>>();
  for (const answer of met) {
    const { cells } = list[answer] as RowAnswer;
    const count = answers[answer] ?? 0;
    const misses = wanted.filter(([name, filter]) => !filterLeaves(filter, cells.get(name)));
    for (const [name, cell] of cells) {
      const own = counts.get(name) ?? new Map<string, number>();
      counts.set(name, own);
      const only = misses.length === 0 || (misses.length === 1 && misses[0]?.[0] === name);
      own.set(cell, (own.get(cell) ?? 0) + (only ? count : 0));
    }
  }
  return counts;
}

/** Rows that have nothing in a column, where no other filter leaves them out. */
function emptyCells({ list }: Answers, { answers }: Tally, wanted: Wanted, column: string): number {
  return list.reduce((sum, { cells }, answer) => {
    const others = wanted.filter(([name]) => name !== column);
    const left = others.every(([name, filter]) => filterLeaves(filter, cells.get(name)));
    return left && !cells.has(column) ? sum + (answers[answer] ?? 0) : sum;
  }, 0);
}

const sumOf = (counts: ReadonlyMap<string, number> | undefined): number =>
  [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
