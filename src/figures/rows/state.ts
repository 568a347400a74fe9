import type { Filters, InputColumn } from '../../model/index.ts';
import type { Field, Option, Values } from '../form/field.ts';
import { NO_YES } from '../form/field.ts';
import type { Linked } from '../form/address.ts';
import { readFragment, writeFragment } from '../form/fragment.ts';

/** NAME of `<stage-NAME>` and of the fragment. */
export const NAME = 'rows';

/** What the page is told of its table: enough to read a link and to draw cells without the model. */
export interface TableData {
  readonly subject: string;
  readonly kernels: readonly string[];
  readonly inputs: readonly InputColumn[];
  /** Parts of the answers. */
  readonly answers: readonly string[];
  /** How many values each axis has. */
  readonly lengths: readonly number[];
  /** The filters with which the page begins. */
  readonly begins: Values;
}

/** The fields that are no filters. */
const OTHERS = new Set(['kernel', 'with', 'all', 'row', 'to']);

/** The value of a filter that leaves everything. */
const ANY: Option = ['', 'any'];
/** Longer words are no answer. */
const LONGEST = 80;

const COUNT = new Intl.NumberFormat('en');
/** How many rows a number is: 1,234. */
export const inWords = (n: number): string => COUNT.format(n);

/** Every field of a state, in the order of an address. */
export function fieldsOf(data: TableData): readonly Field[] {
  const kernels = data.kernels.map((kernel): Option => [kernel, kernel]);
  const answers = [...data.answers, ...data.answers.map((name) => `then.${name}`)];
  return [
    { key: 'kernel', label: 'Kernel', shape: 'select', options: kernels },
    {
      key: 'with',
      label: 'Rows that differ from',
      shape: 'select',
      options: [['', 'no other: all rows'], ...kernels],
    },
    ...data.inputs.map(({ name, values }): Field => ({
      key: name,
      label: shortName(name),
      shape: 'select',
      options: [ANY, ...values.map((value): Option => [value, value])],
    })),
    ...answers.map((name): Field => ({
      key: name,
      label: shortName(name),
      shape: 'select',
      options: [ANY],
      expected: 'a short text',
      read: (text) => (text.length <= LONGEST ? { value: text } : null),
    })),
    { key: 'all', label: 'Show columns that never change', shape: 'check', options: NO_YES },
    typed('row', 'a place for each column', (text) => isRow(text, data.lengths)),
    typed('to', 'an answer', (text) => text.length <= LONGEST),
  ];
}

/** The name of a column where there is little room: what it stands in is left out. */
export const shortName = (name: string): string => {
  const [, then = '', rest = ''] = /^(then\.)?(.*)$/s.exec(name) ?? [];
  return (then === '' ? '' : 'then ') + (rest.split('.').at(-1) ?? '');
};

const typed = (key: string, expected: string, fits: (text: string) => boolean): Field => ({
  key,
  label: key,
  shape: 'select',
  options: [['', 'none']],
  expected,
  read: (text) => (fits(text) ? { value: text } : null),
});

/** A row in an address is a place on each axis: 0.3.1. A table with other axes knows it no more. */
function isRow(text: string, lengths: readonly number[]): boolean {
  if (!/^\d{1,5}(?:\.\d{1,5})*$/.test(text)) return false;
  const digits = text.split('.').map(Number);
  return digits.length === lengths.length && digits.every((one, i) => one < (lengths[i] ?? 0));
}

/** The state with which the page begins. */
export function presetOf({ kernels, begins }: Pick<TableData, 'kernels' | 'begins'>): Values {
  return { kernel: kernels.at(-1) ?? '', with: '', all: '0', row: '', to: '', ...begins };
}

/** A state with a value for each field. */
function filled(fields: readonly Field[], values: Values): Values {
  return { ...Object.fromEntries(fields.map(({ key }) => [key, ''])), ...values };
}

/** The filters that a state sets; those on the other kernel's answer only where there is one. */
export function filtersOf(fields: readonly Field[], state: Values): Filters {
  const set = fields.filter(
    ({ key }) =>
      !OTHERS.has(key) && state[key] && (state['with'] !== '' || !key.startsWith('then.')),
  );
  return Object.fromEntries(set.map(({ key }) => [key, state[key] ?? '']));
}

/** The fragment that leads to a state. */
export const writeLink = (fields: readonly Field[], state: Values, data: TableData): string =>
  writeFragment(NAME, fields, filled(fields, state), filled(fields, presetOf(data)));

/** Opens a fragment of this figure. It never throws; what it cannot use it says. */
export const readLink = (fields: readonly Field[], data: TableData, fragment: string): Linked =>
  readFragment(NAME, fields, () => filled(fields, presetOf(data)), fragment);
