import type { OutputEvent } from '../core/types.ts';
import { plain } from './format.ts';
import { primitiveText } from './inspect.ts';
import { add, list } from './list.ts';
import type { List } from './list.ts';
import * as p from './primordials.ts';

type Table = Extract<OutputEvent, { kind: 'table' }>;
type Cells = Record<string, string>;

const INDEX = '(index)';
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

/**
 * tableEvent makes a table of a list or an object, with its first rows where not all fit into the room
 * that is left; null: the value has no rows, and is logged.
 */
export function tableEvent(data: unknown, only: unknown, room: number): Fitted | null {
  if (primitiveText(data) !== null) return null;
  const rows = list<Cells>();
  const columns = list<string>();
  const known = p.create(null) as Record<string, true>;
  const addRow = (index: string, value: unknown): void => {
    if (rows.length < ROWS) add(rows, readRow(index, value, only, columns, known));
  };
  readRows(data as object, addRow);
  const header = list<string>();
  add(header, INDEX);
  for (let i = 0; i < columns.length; i++) if (columns[i] !== VALUES) add(header, columns[i] ?? '');
  if (known[VALUES]) add(header, VALUES);
  return finish(header, rows, room);
}

function readRows(data: object, addRow: (index: string, value: unknown) => void): void {
  if (p.accepts(p.mapSize, data)) {
    p.mapForEach(data, (value, key) => addRow(plain(key), value));
  } else if (p.accepts(p.setSize, data)) {
    let i = 0;
    p.setForEach(data, (value) => addRow(`${i++}`, value));
  } else if (p.isArray(data)) {
    for (let i = 0; i < data.length && i < ROWS; i++) addRow(`${i}`, data[i]);
  } else {
    const names = p.keys(data);
    for (let i = 0; i < names.length; i++) {
      const name = names[i] ?? '';
      addRow(name, (data as Record<string, unknown>)[name]);
    }
  }
}

function readRow(
  index: string,
  value: unknown,
  only: unknown,
  columns: List<string>,
  known: Record<string, true>,
): Cells {
  const cells = p.create(null) as Cells;
  cells[INDEX] = p.slice(index, 0, CELL);
  const put = (name: string, text: string): void => {
    const column = p.slice(name, 0, CELL);
    if (!known[column]) {
      if (columns.length >= COLUMNS) return;
      known[column] = true;
      add(columns, column);
    }
    cells[column] = p.slice(text, 0, CELL);
  };
  if (primitiveText(value) !== null || typeof value === 'function') {
    put(VALUES, plain(value));
    return cells;
  }
  const names = p.isArray(only) ? (only as unknown[]) : p.keys(value as object);
  for (let i = 0; i < names.length; i++) {
    const name = plain(names[i]);
    if (p.hasOwn(value as object, name)) put(name, plain((value as Cells)[name]));
  }
  return cells;
}

/** Rows become real arrays by literals and own definitions: nothing here looks at a prototype. */
function finish(header: List<string>, rows: List<Cells>, room: number): Fitted {
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
      const cell = rows[r]?.[header[c] ?? ''] ?? '';
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
