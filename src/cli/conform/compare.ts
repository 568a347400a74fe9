import { kernelNamed, KERNELS, nearest, type Release } from '../../model/index.ts';
import type { Adapter, Difference } from './adapter.ts';
import { ADAPTERS } from './adapters.ts';
import { cut } from '../visible.ts';
import { ForeignFile, parseVectorFile, type Row, type VectorFile } from './vector-file.ts';

/** Characters of a name that a reason repeats. */
const NAME = 60;

/** A row that the model answers otherwise. */
export interface Mismatch {
  /** Place of the row in `cases`, from 1. */
  readonly row: number;
  readonly inputs: Row;
  readonly differences: readonly Difference[];
}

/** What comparing one file gave. */
export interface Comparison {
  readonly passed: number;
  readonly failed: number;
  /** The first mismatches, at most as many as were asked for. */
  readonly mismatches: readonly Mismatch[];
  /** The release that the file names instead of a rule set. */
  readonly release?: Release;
}

/** Compares every row of a vector file with the model; a reason where the file cannot be compared. */
export function compare(text: string, show: number): Comparison | ForeignFile {
  const fit = fitting(text);
  return fit instanceof ForeignFile ? fit : compareRows(fit.file, fit.adapter, show);
}

/** A file with the adapter that asks its rows; a reason where the model cannot be asked. */
export function fitting(text: string): { file: VectorFile; adapter: Adapter } | ForeignFile {
  const file = parseVectorFile(text);
  if (file instanceof ForeignFile) return file;
  const adapter = ADAPTERS.find((a) => a.function === file.function);
  if (!adapter) {
    const names = ADAPTERS.map((a) => a.function);
    const near = nearest(file.function, names);
    return new ForeignFile(
      `received function ${cut(file.function, NAME)}, expected one of ${names.join(', ')}${near === null ? '' : `; nearest: ${near}`}`,
    );
  }
  return unfit(file, adapter) ?? { file, adapter };
}

/** The rows of a file by the names of its columns. */
export function rowsOf({ columns, cases }: VectorFile): Row[] {
  return cases.map((cells) =>
    Object.fromEntries(columns.map((name, c) => [name, cells[c] ?? null])),
  );
}

function compareRows(file: VectorFile, adapter: Adapter, show: number): Comparison {
  const mismatches: Mismatch[] = [];
  let failed = 0;
  rowsOf(file).forEach((row, i) => {
    const differences = adapter.differences(row, file);
    if (differences.length === 0) return;
    failed += 1;
    if (mismatches.length >= show) return;
    const inputs = Object.fromEntries(file.inputs.map((name) => [name, row[name] ?? null]));
    mismatches.push({ row: i + 1, inputs, differences });
  });
  const { release } = file.kernel === null ? {} : kernelNamed(file.kernel);
  const counts = { passed: file.cases.length - failed, failed, mismatches };
  return release ? { ...counts, release } : counts;
}

function notNull(kernel: string | null): ForeignFile | null {
  return kernel === null
    ? null
    : new ForeignFile(`received kernel ${cut(kernel, NAME)}, expected null`);
}

function wrongKernel(kernel: string | null): ForeignFile | null {
  const { error } = kernel === null ? {} : kernelNamed(kernel);
  if (kernel !== null && !error) return null;
  const wanted = `one of ${KERNELS.join(', ')}, or a release such as 7.3.4`;
  const near = error?.nearest === undefined ? '' : `; nearest: ${error.nearest}`;
  return new ForeignFile(
    `received kernel ${cut(kernel ?? 'null', NAME)}, expected ${wanted}${near}`,
  );
}

/** Why the columns or the kernel of a file are not those of its function, or null. */
function unfit(file: VectorFile, adapter: Adapter): ForeignFile | null {
  const wrong = adapter.perKernel ? wrongKernel(file.kernel) : notNull(file.kernel);
  if (wrong) return wrong;
  const missing = adapter.inputs.filter((name) => !file.inputs.includes(name));
  if (missing.length > 0) {
    return new ForeignFile(
      `received no column ${missing.join(', ')}, expected the inputs ${adapter.inputs.join(', ')}`,
    );
  }
  const unknown = [
    ...file.inputs.filter((name) => !adapter.inputs.includes(name)),
    ...file.outputs.filter((name) => !adapter.outputs.includes(name)),
  ];
  if (unknown.length > 0) {
    return new ForeignFile(
      `received the column ${cut(unknown.join(', '), NAME)}, expected only columns of ${adapter.function}`,
    );
  }
  return file.outputs.length > 0
    ? null
    : new ForeignFile('received no output column, expected at least one');
}
