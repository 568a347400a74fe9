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
/** Stands between the values of a filter that leaves several; a test holds that no value has it. */
export const OR = '|';
const MOST_VALUES = 20;

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
      expected: `one or more of ${values.join(', ')}, with ${OR} between them`,
      read: (text) => several(text, values),
    })),
    ...answers.map((name): Field => ({
      key: name,
      label: shortName(name),
      shape: 'select',
      options: [ANY],
      expected: `a short text, or several with ${OR} between them`,
      read: (text) => (isShort(text) ? { value: text } : null),
    })),
    { key: 'all', label: 'Show columns that never change', shape: 'check', options: NO_YES },
    typed('row', 'a place for each column', (text) => isRow(text, data.lengths)),
    typed('to', 'an answer', (text) => text.length <= LONGEST),
  ];
}

/** The values that a state leaves of a column. */
export const partsOf = (value: string): readonly string[] => value.split(OR);

/** Values of a column as a state has them. */
export const joined = (values: readonly string[]): string => values.join(OR);

/** Values in words: a or b. */
export const orInWords = (values: readonly string[]): string => values.join(' or ');

/** Some values of a column, in the order of the column; all of them are any. */
function several(text: string, values: readonly string[]): { value: string } | null {
  const given = partsOf(text);
  if (!given.every((one) => values.includes(one))) return null;
  const kept = values.filter((one) => given.includes(one));
  return { value: kept.length === values.length ? '' : joined(kept) };
}

function isShort(text: string): boolean {
  const parts = partsOf(text);
  return parts.length <= MOST_VALUES && parts.every((part) => part.length <= LONGEST);
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
  return Object.fromEntries(
    set.map(({ key }) => {
      const values = partsOf(state[key] ?? '');
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** The fragment that leads to a state. */
export const writeLink = (fields: readonly Field[], state: Values, data: TableData): string =>
  writeFragment(NAME, fields, filled(fields, state), filled(fields, presetOf(data)));

/** Opens a fragment of this figure. It never throws; what it cannot use it says. */
export const readLink = (fields: readonly Field[], data: TableData, fragment: string): Linked =>
  readFragment(fields, () => filled(fields, presetOf(data)), fragment);
