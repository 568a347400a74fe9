import { cut } from '../visible.ts';

/** One cell of a row: booleans are 0 and 1, "not applicable" is null, `accept` is a list. */
export type Cell = number | string | null | readonly number[];

/** One row, by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** A file of format 1, as far as the comparison needs it. */
export interface VectorFile {
  readonly function: string;
  readonly kernel: string | null;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly columns: readonly string[];
  readonly cases: readonly (readonly Cell[])[];
  /** Attribute objects that rows refer to by index; empty where the file has none. */
  readonly results: readonly Readonly<Record<string, Cell>>[];
}

/** A file that is not of format 1: one line that says why. */
export class ForeignFile {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Some editors put it before JSON; it says nothing. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads the text of a vector file. */
export function parseVectorFile(text: string): VectorFile | ForeignFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch {
    const end = text.trimEnd().slice(-1);
    const hint = end === '}' ? 'the text is not JSON' : 'the text is not JSON, or it is cut off';
    return new ForeignFile(`received ${text.length} characters, expected one JSON object: ${hint}`);
  }
  if (!isRecord(json)) return new ForeignFile(`received ${nameOf(json)}, expected one JSON object`);
  if (json['format'] !== 1) {
    return new ForeignFile(`received format ${shown(json['format'])}, expected "format": 1`);
  }
  return fromRecord(json);
}

function fromRecord(json: Readonly<Record<string, unknown>>): VectorFile | ForeignFile {
  const { columns, cases, inputs, outputs } = json;
  const name = json['function'];
  const kernel = json['kernel'] ?? null;
  const results = json['results'] ?? [];
  if (typeof name !== 'string') return expects('function', name, 'a name such as "kvm.fault"');
  if (kernel !== null && typeof kernel !== 'string')
    return expects('kernel', kernel, 'a name or null');
  if (!isRecord(inputs)) return expects('inputs', inputs, 'an object of column meanings');
  if (!isRecord(outputs)) return expects('outputs', outputs, 'an object of column meanings');
  if (!isList(columns, (c) => typeof c === 'string'))
    return expects('columns', columns, 'a list of names');
  if (!isList(cases, Array.isArray)) return expects('cases', cases, 'a list of rows');
  if (cases.length === 0) return new ForeignFile('received no rows, expected at least one');
  if (!isList(results, isRecord)) return expects('results', results, 'a list of objects');
  const file: VectorFile = {
    function: name,
    kernel,
    inputs: Object.keys(inputs),
    outputs: Object.keys(outputs),
    columns: columns as string[],
    cases: cases as Cell[][],
    results: results as Record<string, Cell>[],
  };
  return columnError(file) ?? file;
}

function columnError(file: VectorFile): ForeignFile | null {
  const named = new Set(file.columns);
  if (named.size !== file.columns.length)
    return expects('columns', file.columns.join(', '), 'names that differ');
  const declared = new Set([...file.inputs, ...file.outputs]);
  const odd = [
    ...[...declared].filter((c) => !named.has(c)),
    ...file.columns.filter((c) => !declared.has(c)),
  ];
  if (odd.length > 0)
    return expects('columns', odd.join(', '), 'the columns that inputs and outputs name');
  const short = file.cases.findIndex((row) => row.length !== file.columns.length);
  if (short < 0) return null;
  const length = file.cases[short]?.length ?? 0;
  return new ForeignFile(
    `received ${length} cells in row ${short + 1}, expected ${file.columns.length}, one a column`,
  );
}

/** Characters of a value or of a list of names that a reason repeats. */
const SHOWN = 60;

function expects(key: string, got: unknown, wanted: string): ForeignFile {
  return new ForeignFile(`received ${key} ${shown(got)}, expected ${wanted}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown, of: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(of);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value, SHOWN));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameOf(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
