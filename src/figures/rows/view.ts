import { counted } from '../../grammar/count.ts';
import { MOST_ROWS, type Column, type Filters, type Scan } from '../../model/index.ts';
import { control } from '../form/controls.ts';
import type { Field, Option, Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { shownColumns, type Same, type Shown } from './columns.ts';
import {
  fieldsOf,
  filtersOf,
  joined,
  NAME,
  orInWords,
  partsOf,
  shortName,
  writeLink,
  type TableData,
} from './state.ts';

/** What is known of the rows of a state. */
export type Answered = Omit<Scan, 'rows'>;

/** The columns that a state shows. */
export function columnsOf(data: TableData, state: Values, scan: Answered): Shown {
  const filters = filtersOf(fieldsOf(data), state);
  const inputs = data.inputs.map(({ name }) => name);
  return shownColumns(inputs, scan.columns, { ...scan, filters }, state['all'] === '1');
}

/** What stands in the places of the figure but the rows. */
export function parts(data: TableData, state: Values, scan: Answered): Parts {
  const fields = fieldsOf(data);
  const filters = filtersOf(fields, state);
  const { same } = columnsOf(data, state, scan);
  return {
    filters: filterNodes(data, fields, state, scan),
    count: [countInWords(state, scan)],
    empty: emptyNodes(filters, scan),
    same: sameNodes(same),
    link: [h('a', { href: writeLink(fields, state, data) }, 'Link to these rows')],
  };
}

/** The controls, in groups: whom is asked, what was answered, the VMA, all else. */
function filterNodes(
  data: TableData,
  fields: readonly Field[],
  state: Values,
  scan: Answered,
): HNode[] {
  const own = (name: string): HElement[] =>
    fields
      .filter(({ key }) => key === name)
      .map((field) => control(withCounts(field, state, scan), state, NAME));
  const set = (names: readonly string[]): HElement[] => names.flatMap(own);
  const inputs = (fits: (column: Pick<Column, 'within'>) => boolean) =>
    data.inputs.filter(fits).map(({ name }) => name);
  const answers = scan.columns.filter((name) => state['with'] !== '' || !name.startsWith('then.'));
  const lead = answers.filter((name) => /(?:^|\.)(?:answer|errno)$/.test(name));
  const rest = answers.filter((name) => !lead.includes(name));
  const vma = inputs(({ within }) => within !== null);
  return [
    group('Kernel', set(['kernel', 'with'])),
    group('Answer', set(lead)),
    ...(vma.length > 0 ? [group('VMA', set(vma))] : []),
    group('All else that is asked', set(inputs(({ within }) => within === null))),
    h(
      'details',
      { class: 'rows-more' },
      h('summary', {}, 'More of the answer'),
      h('div', { class: 'rows-set' }, ...set(rest), ...own('all')),
    ),
  ];
}

const group = (name: string, children: readonly HElement[]): HElement =>
  h(
    'div',
    { class: 'rows-group', role: 'group', 'aria-label': name },
    h('span', { class: 'label' }, name),
    h('div', { class: 'rows-set' }, ...children),
  );

/** A field whose options say how many rows each would leave, where that is known. */
function withCounts(field: Field, state: Values, { counts }: Answered): Field {
  const known = counts.get(field.key);
  if (!known) return withChosen(field, state);
  const values = field.options.length > 1 ? field.options.map(([value]) => value) : known.keys();
  // What a link chose stands there too, where no row has it.
  const all = [...new Set([...values, ...partsOf(state[field.key] ?? '')])].filter(Boolean);
  const of = (some: readonly string[]): string =>
    ` (${counted(some.reduce((total, value) => total + (known.get(value) ?? 0), 0))})`;
  const single = all.map((value): Option => [value, value + of([value])]);
  return withChosen(
    { ...field, options: [['', 'any'], ...single, ...further(all, state[field.key] ?? '', of)] },
    state,
  );
}

/** Where one value is chosen, another can be left beside it, and where several are, one taken away. */
function further(
  all: readonly string[],
  state: string,
  rowsOf: (values: readonly string[]) => string,
): Option[] {
  const chosen = all.filter((value) => partsOf(state).includes(value));
  if (chosen.length === 0 || all.length < 3) return [];
  const option = (values: readonly string[], words: string): Option => [
    joined(values),
    words + rowsOf(values),
  ];
  const rest = all.filter((value) => !chosen.includes(value));
  const more = rest.length < 2 ? [] : rest;
  const fewer = chosen.length < 2 ? [] : chosen;
  return [
    ...(fewer.length > 0 ? [option(chosen, orInWords(chosen))] : []),
    ...more.map((one) =>
      option(
        all.filter((value) => value === one || chosen.includes(value)),
        `or ${one}`,
      ),
    ),
    ...(chosen.length < 3
      ? []
      : fewer.map((one) =>
          option(
            chosen.filter((value) => value !== one),
            `not ${one}`,
          ),
        )),
  ];
}

/** What a link chose stands among the options, also where no row has it. */
function withChosen(field: Field, state: Values): Field {
  const chosen = state[field.key] ?? '';
  const known = field.shape === 'check' || field.options.some(([value]) => value === chosen);
  const words = `${orInWords(partsOf(chosen))} (0)`;
  return known ? field : { ...field, options: [...field.options, [chosen, words]] };
}

function countInWords(state: Values, scan: Answered): string {
  const { total, found, looked, of } = scan;
  const noun = total === 1 ? 'row' : 'rows';
  const differ =
    state['with'] === '' ? '' : ` that ${state['kernel']} and ${state['with']} answer differently`;
  if (!found) {
    const part = Math.floor((100 * looked) / Math.max(1, of));
    return `${counted(total)} ${noun}${differ} so far, ${part} % looked at`;
  }
  const most =
    total > MOST_ROWS
      ? `. The first ${counted(MOST_ROWS)} can be walked through and saved; a filter makes them fewer`
      : '';
  return `${counted(total)} ${noun}${differ}${most}`;
}

/** Where no row is left: which filter to take away, and how many rows that gives. */
function emptyNodes(filters: Filters, { total, done, without }: Answered): HNode[] {
  if (!done || total > 0) return [];
  const ways = [...without].filter(([, count]) => count > 0);
  if (Object.keys(filters).length === 0) return [h('p', {}, 'There is no such row.')];
  if (ways.length === 0)
    return [h('p', {}, 'No row has all of this, and taking one filter away leaves none either.')];
  return [
    h('p', {}, 'No row has all of this. Take one filter away:'),
    h(
      'ul',
      {},
      ...ways.map(([name, count]) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', 'data-loosen': name },
            `${name} ${orInWords([filters[name] ?? ''].flat())}`,
          ),
          ` leaves ${counted(count)} ${count === 1 ? 'row' : 'rows'}`,
        ),
      ),
    ),
  ];
}

const sameNodes = (same: readonly Same[]): HNode[] =>
  same.length === 0
    ? []
    : [
        h('span', {}, 'In every row: '),
        ...same.flatMap(([name, value], i): HNode[] => [
          ...(i > 0 ? [', '] : []),
          h('span', { class: 'rows-one' }, h('code', {}, name), ` ${value}`),
        ]),
      ];

/** The head of the table. */
export const headNode = (shown: Shown): HElement =>
  h(
    'tr',
    { 'aria-rowindex': 1 },
    h('th', { scope: 'col' }, 'Row'),
    ...shown.columns.map((name) => h('th', { scope: 'col' }, shortName(name))),
  );

/** A row of it; `at` is its place among those that are left, from 0. */
export const rowNode = (
  at: number,
  cells: readonly string[],
  chosen: boolean,
  isStop: boolean,
): HElement =>
  h(
    'tr',
    { 'aria-rowindex': at + 2, 'data-at': at },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': chosen ? 'true' : 'false',
          tabindex: isStop ? 0 : -1,
          'aria-label': `Row ${counted(at + 1)}`,
        },
        counted(at + 1),
      ),
    ),
    ...cells.map((cell) => h('td', {}, cell)),
  );
