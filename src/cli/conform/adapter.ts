import type { Step } from '../../model/index.ts';
import type { Cell, Row, VectorFile } from './vector-file.ts';

/** An output that differs from the file. */
export interface Difference {
  readonly column: string;
  readonly expected: string;
  readonly got: string;
}

/** Hears of each answer of the model on the way to the cells of a row, and gives it back. */
export type Told = <D extends { readonly because: readonly Step[] }>(decision: D) => D;

/** Lets each answer pass. */
export const quiet: Told = (decision) => decision;

/** Turns the rows of one function into questions to the model and compares the answers. */
export interface Adapter {
  /** The function that the rows are about, such as `kvm.fault`. */
  readonly function: string;
  /** Whether the rows belong to a kernel. */
  readonly perKernel: boolean;
  /** The columns that it reads, and the columns that it can compare. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** What differs in one row; empty where the row passes. */
  readonly differences: (row: Row, file: VectorFile, told?: Told) => readonly Difference[];
}

/** The answer of the model in the cells of a file. */
export type Answer = Readonly<Record<string, Cell>>;

/** An adapter whose outputs are compared one by one. */
export function byColumn(
  adapter: Omit<Adapter, 'differences'>,
  answer: (row: Row, file: VectorFile, told: Told) => Answer,
): Adapter {
  return {
    ...adapter,
    differences: (row, file, told = quiet) => {
      const got = answer(row, file, told);
      return file.outputs
        .filter((column) => got[column] !== row[column])
        .map((column) => difference(column, row[column], got[column]));
    },
  };
}

/** One difference, with both sides as text. */
export function difference(column: string, expected: unknown, got: unknown): Difference {
  return {
    column,
    expected: JSON.stringify(expected) ?? 'nothing',
    got: JSON.stringify(got) ?? 'nothing',
  };
}

/** A boolean as a cell. */
export function bit(value: boolean | null): Cell {
  return value === null ? null : Number(value);
}

/**
 * A cell as the boolean that it stands for. Anything but 0 and 1 goes to the model as it is, and
 * comes back as its error.
 */
export function bool(cell: Cell | undefined): boolean {
  if (cell === 0 || cell === 1) return cell === 1;
  return cell as never;
}
