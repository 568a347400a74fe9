import * as model from 'stage-two';
import type { OutputEvent } from '../core/types.ts';
import { plain } from './format.ts';
import { primitiveText } from './inspect.ts';
import { add, list } from './list.ts';
import type { List } from './list.ts';
import * as p from './primordials.ts';

type Table = Extract<OutputEvent, { kind: 'table' }>;
type Cells = Record<string, string>;

/** The column of what is no record. */
const VALUES = 'Values';
const ROWS = 1000;
const COLUMNS = 100;
const CELL = 1000;

/** As much of a table as there is room for. */
export interface Fitted {
  readonly event: Table;
  /** Rows are left over. */
  readonly more: boolean;
}

/** A row: what it is called, and what stands in which column. */
interface Row {
  readonly name: string;
  readonly cells: Cells;
}

/** Rows that were read, and the columns that they fill, in the order in which they came. */
interface Read {
  readonly rows: List<Row>;
  readonly columns: List<string>;
  readonly known: Record<string, true>;
  /** Rows are called otherwise than 0, 1, 2. */
  named: boolean;
}

/**
 * tableEvent makes a table of a list or an object, with its first rows where not all fit into the room
 * that is left; null: the value has no rows, and is logged. Cells are for people: an answer of the model
 * in a few words, a yes or no in the word for its column.
 */
export function tableEvent(data: unknown, only: unknown, room: number): Fitted | null {
  if (primitiveText(data) !== null) return null;
  const read: Read = {
    rows: list(),
    columns: list(),
    known: p.create(null) as Record<string, true>,
    named: false,
  };
  const addRow = (name: string, value: unknown): void => {
    if (read.rows.length < ROWS) add(read.rows, readRow(name, value, only, read));
  };
  readRows(data as object, read, addRow);
  const header = list<string>();
  if (read.named) add(header, '');
  for (let i = 0; i < read.columns.length; i++) {
    if (read.columns[i] !== VALUES) add(header, read.columns[i] ?? '');
  }
  if (read.known[VALUES]) add(header, VALUES);
  return header.length === 0 ? null : finish(header, read, room);
}

/** isRecords says whether a value is a list of objects that the model did not make: a table of somebody's own. */
export function isRecords(value: unknown): boolean {
  if (!p.isArray(value) || value.length === 0) return false;
  for (let i = 0; i < value.length && i < ROWS; i++) {
    const item: unknown = value[i];
    if (typeof item !== 'object' || item === null || p.isArray(item)) return false;
    if (model.inShort(item) !== null) return false;
  }
  return model.inShort(value) === null;
}

function readRows(data: object, read: Read, addRow: (name: string, value: unknown) => void): void {
  if (p.accepts(p.mapSize, data)) {
    read.named = true;
    p.mapForEach(data, (value, key) => addRow(plain(key), value));
  } else if (p.accepts(p.setSize, data)) {
    p.setForEach(data, (value) => addRow('', value));
  } else if (p.isArray(data)) {
    for (let i = 0; i < data.length && i < ROWS; i++) addRow('', data[i]);
  } else {
    read.named = true;
    const names = p.keys(data);
    for (let i = 0; i < names.length; i++) {
      const name = names[i] ?? '';
      addRow(name, (data as Record<string, unknown>)[name]);
    }
  }
}

function readRow(name: string, value: unknown, only: unknown, read: Read): Row {
  const cells = p.create(null) as Cells;
  const put = (label: string, text: string): void => {
    const column = p.slice(label, 0, CELL);
    if (!read.known[column]) {
      if (read.columns.length >= COLUMNS) return;
      read.known[column] = true;
      add(read.columns, column);
    }
    cells[column] = p.slice(text, 0, CELL);
  };
  const row = { name: p.slice(name, 0, CELL), cells };
  const whole = cellText(VALUES, value);
  if (whole !== null) {
    put(VALUES, whole);
    return row;
  }
  const names = p.isArray(only) ? (only as unknown[]) : p.keys(value as object);
  for (let i = 0; i < names.length; i++) {
    const column = plain(names[i]);
    if (!p.hasOwn(value as object, column)) continue;
    const cell = (value as Record<string, unknown>)[column];
    put(column, cellText(column, cell) ?? plain(cell));
  }
  return row;
}

/** What a cell says of a value that is no record; null: it is one. */
function cellText(column: string, value: unknown): string | null {
  if (typeof value === 'boolean' || value === null) return model.wordFor(column, value);
  if (primitiveText(value) !== null || typeof value === 'function') return plain(value);
  return model.inShort(value);
}

/** Rows become real arrays by literals and own definitions: nothing here looks at a prototype. */
function finish(header: List<string>, { rows, named }: Read, room: number): Fitted {
  const columns: string[] = [];
  const body: string[][] = [];
  const widths = list<number>();
  for (let c = 0; c < header.length; c++) {
    define(columns, c, header[c] ?? '');
    add(widths, header[c]?.length ?? 0);
  }
  for (let r = 0; r < rows.length; r++) {
    const row: string[] = [];
    const wider = list<number>();
    for (let c = 0; c < header.length; c++) {
      const cell = (named && c === 0 ? rows[r]?.name : rows[r]?.cells[header[c] ?? '']) ?? '';
      define(row, c, cell);
      add(wider, cell.length > (widths[c] ?? 0) ? cell.length : (widths[c] ?? 0));
    }
    if (textLength(wider, r + 1) > room) break;
    for (let c = 0; c < header.length; c++) widths[c] = wider[c] ?? 0;
    define(body, r, row);
  }
  const event: Table = { kind: 'table', columns, rows: body, text: drawn(columns, body, widths) };
  return { event, more: body.length < rows.length };
}

/** How long the text of a table is: each column as wide as its widest cell, three rules and the header. */
function textLength(widths: List<number>, rows: number): number {
  let across = 1;
  for (let c = 0; c < widths.length; c++) across += (widths[c] ?? 0) + 3;
  return (rows + 4) * (across + 1) - 1;
}

function define<T>(to: T[], at: number, value: T): void {
  const descriptor = p.create(null) as PropertyDescriptor;
  descriptor.value = value;
  descriptor.writable = descriptor.enumerable = descriptor.configurable = true;
  p.defineProperty(to, at, descriptor);
}

/** drawn is the table in box characters. */
function drawn(columns: string[], rows: string[][], widths: List<number>): string {
  let out = `${rule(widths, '┌', '┬', '┐')}\n${line(columns, widths)}\n${rule(widths, '├', '┼', '┤')}\n`;
  for (let r = 0; r < rows.length; r++) out += `${line(rows[r] ?? [], widths)}\n`;
  return out + rule(widths, '└', '┴', '┘');
}

function rule(widths: List<number>, left: string, middle: string, right: string): string {
  let out = left;
  for (let c = 0; c < widths.length; c++)
    out += (c === 0 ? '' : middle) + p.repeat('─', (widths[c] ?? 0) + 2);
  return out + right;
}

function line(cells: string[], widths: List<number>): string {
  let out = '│';
  for (let c = 0; c < widths.length; c++) {
    const cell = cells[c] ?? '';
    out += ` ${cell}${p.repeat(' ', (widths[c] ?? 0) - cell.length)} │`;
  }
  return out;
}
