import { compare } from '../../observations/compare.ts';
import { endingOf, type Ending } from '../../observations/outcome.ts';
import type { Recorded } from '../../observations/schema.ts';
import { runsOf } from '../tables/group-by.ts';
import type { Column } from './columns.ts';

/** How answers stand beside the model's: all that it was asked for agree, one does not, or none was asked. */
export type Beside = 'agrees' | 'in part' | 'differs' | 'not asked';

/** Neighbouring columns that saw the same. */
export interface Cell {
  readonly columns: readonly Column[];
  /** How the cases ended there; several where the runs of a column differ, none where none ran. */
  readonly endings: readonly Ending[];
  /** Null where that is told elsewhere. */
  readonly beside: Beside | null;
  /** The first of a group that is held beside another. */
  readonly starts?: true;
}

/**
 * The cells of a row: what each column saw of some cases that end alike on each of its runs. Columns
 * that saw the same have one cell together.
 */
export const cellsOf = (columns: readonly Column[], ids: readonly string[]): Cell[] =>
  joined(columns.map((column) => ({ ...seenIn(column, ids), beside: besideOf(column.runs, ids) })));

/** The same of one group, without the model. */
export const unmarkedCells = (columns: readonly Column[], ids: readonly string[]): Cell[] =>
  joined(columns.map((column) => seenIn(column, ids))).map((cell, i) =>
    i === 0 ? { ...cell, starts: true } : cell,
  );

function seenIn(column: Column, ids: readonly string[]): Cell {
  const endings = column.runs.flatMap((run) => endingsOn(run, ids));
  const texts = [...new Set(endings.map((ending) => JSON.stringify(ending)))];
  return {
    columns: [column],
    endings: texts.map((text) => JSON.parse(text) as Ending),
    beside: null,
  };
}

function joined(cells: readonly Cell[]): Cell[] {
  const alike = runsOf(cells, ({ endings, beside }) => JSON.stringify([endings, beside]));
  return alike.flatMap(([, [first, ...more]]) =>
    first === undefined
      ? []
      : [{ ...first, columns: [first, ...more].flatMap(({ columns }) => columns) }],
  );
}

const casesOn = (run: Recorded, ids: readonly string[]) =>
  run.cases.filter(({ id }) => ids.includes(id));

const endingsOn = (run: Recorded, ids: readonly string[]): Ending[] =>
  casesOn(run, ids).map((one) => endingOf(run, one));

function besideOf(runs: readonly Recorded[], ids: readonly string[]): Beside {
  const compared = runs.flatMap((run) =>
    compare(run).cases.filter(({ one }) => ids.includes(one.id)),
  );
  const verdicts = new Set(compared.flatMap(({ rows }) => rows.map(({ verdict }) => verdict)));
  // Two kinds of evidence that contradict each other confirm nothing.
  if (verdicts.has('differs') || compared.some(({ evidence }) => evidence.length > 0))
    return 'differs';
  if (!verdicts.has('agrees')) return 'not asked';
  return verdicts.has('not asked') ? 'in part' : 'agrees';
}
