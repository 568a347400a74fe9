import type { Option } from '../form/field.ts';
import { h } from '../show/node.ts';
import type { Child, HElement, HNode } from '../show/node.ts';

/** What a cell holds; a `td` stands as it is, anything else gets one. */
export type Cell = Child | readonly Child[];

/** One row; its first cell is its name and leads to it, or to what it names. */
export interface Row {
  /** Last part of its id, unique in its table. */
  readonly id: string;
  /** Its whole id, where that does not begin with the name of the table. */
  readonly anchor?: string;
  /** Where its name leads, where that is not the row. */
  readonly href?: string;
  /** Text of the link to the row. */
  readonly name: HNode;
  /** Further words under the name. */
  readonly about?: Cell;
  readonly cells: readonly Cell[];
  /** The values that the row has for a filter, by the key of the filter. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** Rows under a heading of their own; null where the table has one group only. */
export interface Group {
  readonly heading: Cell;
  readonly rows: readonly Row[];
}

/** A choice among the rows. */
export interface Filter {
  /** Small letters: name of the attribute of a row, and of the parameter of the address. */
  readonly key: string;
  readonly label: string;
  /** Value and text of each choice; the choice of all rows is added. */
  readonly options: readonly Option[];
}

/** A table as a value, computed by the model, before it is drawn. */
export interface Table {
  /** First part of the id of a row and of the parameters of its filters. */
  readonly name: string;
  readonly columns: readonly Cell[];
  readonly groups: readonly Group[];
  readonly filters?: readonly Filter[];
  /** Label of a field that finds rows by their name; none where it is not given. */
  readonly find?: string;
}

/** A value of a filter as a word that can stand in an attribute and in an address. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A filter over texts, in the order in which they are given; each text once. */
export function filterOf(key: string, label: string, texts: readonly string[]): Filter {
  const options = [...new Set(texts)].map((text): Option => [slug(text), text]);
  return { key, label, options };
}

/** One group without a heading. */
export const plainRows = (rows: readonly Row[]): readonly Group[] => [{ heading: null, rows }];

/** Code type for names, numbers and expressions. */
export const code = (text: string): HElement => h('code', {}, text);

/** Further words of a cell, on a line of their own. */
export const more = (...children: readonly Child[]): HElement =>
  h('span', { class: 'tab-more' }, ...children);

/** Words that stay on one line. */
export const keep = (...children: readonly Child[]): HElement =>
  h('span', { class: 'tab-keep' }, ...children);

/** Several things in one cell, each on a line of its own. */
export const lines = (cells: readonly Cell[]): Cell =>
  cells.map((cell) => h('span', { class: 'tab-line' }, ...inside(cell)));

/** What a cell holds, as a list. */
export const inside = (cell: Cell): readonly Child[] =>
  Array.isArray(cell) ? (cell as readonly Child[]) : [cell as Child];

/** A cell whose question does not arise. */
export const NOTHING = '–';

/** Yes or no as 1 or 0, as a register shows a bit. */
export const bit = (set: boolean): string => (set ? '1' : '0');
