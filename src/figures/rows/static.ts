import { counted } from '../../grammar/count.ts';
import {
  KERNELS,
  rowTable,
  type Filters,
  type Kernel,
  type RowTable,
  type Scan,
} from '../../model/index.ts';
import { foot } from '../foot/foot.ts';
import type { Values } from '../form/field.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { ROW_ID } from './draw-row.ts';
import { fieldsOf, filtersOf, presetOf, writeLink, type TableData } from './state.ts';
import { TABLES, type TableName } from './tables.ts';
import { columnsOf, headNode, parts, rowNode } from './view.ts';

/** Rows that stand on the page before a script runs: more than a screen has. */
const FIRST = 30;

/** A table as its page comes: what the script is told, and what stands there until it runs. */
export interface StaticRows {
  readonly data: TableData;
  readonly nodes: readonly HNode[];
}

const MADE = new Map<TableName, StaticRows>();

/** The figure of a table, computed for the filters with which it begins; a build asks for it twice. */
export function rowsStatic(name: TableName): StaticRows {
  const made = MADE.get(name) ?? make(name);
  MADE.set(name, made);
  return made;
}

function make(name: TableName): StaticRows {
  const { subject, question, noun, begins } = TABLES[name];
  const kernels = KERNELS;
  const newest = kernels.at(-1) as Kernel;
  const table = open(question, newest);
  const scan = scanned(table, begins, true);
  const data: TableData = {
    subject,
    kernels,
    inputs: table.inputs,
    answers: table.answerColumns().map((column) => column.name),
    lengths: table.places.lengths,
    begins,
  };
  const fields = fieldsOf(data);
  const state = presetOf(data);
  const drawn = parts(data, state, scan);
  const shown = columnsOf(data, state, scan);
  const columns = shown.columns.map((column) => ({ ...NO_COLUMN, name: column }));
  const rows = scan.rows
    .slice(0, FIRST)
    .map((row, i) => rowNode(i, table.cells(row, columns), false, i === 0));
  const link = (change: Values): string => writeLink(fields, { ...state, ...change }, data);
  const filters = filtersOf(fields, state);
  return {
    data,
    nodes: [
      overview(noun, question, filters, link),
      problems(),
      place('filters', drawn, { class: 'fig-controls rows-filters' }),
      place('count', drawn, { class: 'rows-count', role: 'status' }, 'p'),
      place('empty', drawn, { class: 'rows-empty' }),
      place('same', drawn, { class: 'rows-same' }, 'p'),
      h(
        'div',
        { class: 'rows-frame' },
        h(
          'table',
          {
            class: 'rows-table',
            'aria-rowcount': scan.total + 1,
            'aria-label': `Every ${noun}`,
          },
          h('thead', {}, headNode(shown)),
          h('tbody', {}, ...rows),
        ),
      ),
      h('p', { class: 'rows-cut' }, `Without a script the first ${FIRST} rows stand here.`),
      place('row', {}, { class: 'rows-row', id: ROW_ID }),
      ...foot(drawn, {
        take: {
          csv: 'Save CSV',
          json: 'Save JSON',
          test: 'Copy as a test',
          command: 'Copy command',
        },
        back: 'Back to the first filters',
      }),
    ],
  };
}

const NO_COLUMN = { part: 'answer', within: null, meaning: '', values: [] } as const;

/** How many rows give each answer in each kernel, and how many change between two. */
function overview(
  noun: string,
  question: (typeof TABLES)[TableName]['question'],
  filters: Filters,
  link: (change: Values) => string,
): HElement {
  const counts = KERNELS.map((kernel) => {
    const scan = scanned(open(question, kernel), filters, false);
    return { kernel, total: scan.total, answers: scan.counts.get('answer') ?? new Map() };
  });
  const answers = [...new Set(counts.flatMap(({ answers: own }) => [...own.keys()]))];
  const some = answers.filter((answer) => counts.some(({ answers: own }) => own.get(answer) > 0));
  const changed = (kernel: Kernel, after: Kernel): HElement => {
    const { total } = scanned(open(question, kernel, after), filters, false);
    const rows = `${counted(total)} rows`;
    return h(
      'p',
      {},
      total === 0 ? 'No row is' : h('a', { href: link({ kernel, with: after }) }, rows),
      `${total === 0 ? '' : ' are'} answered differently by ${kernel} and ${after}.`,
    );
  };
  const cell = (count: number, change: Values): HElement =>
    h('td', {}, count > 0 ? h('a', { href: link(change) }, counted(count)) : '0');
  const pairs: HElement[] = [];
  let before: Kernel | null = null;
  for (const after of KERNELS) {
    if (before !== null) pairs.push(changed(before, after));
    before = after;
  }
  const heads = counts.map(({ kernel }) => h('th', { scope: 'col' }, kernel));
  const row = (name: string, cells: readonly HElement[]): HElement =>
    h('tr', {}, h('th', { scope: 'row' }, name), ...cells);
  const each = some.map((answer) =>
    row(
      answer,
      counts.map(({ kernel, answers: own }) => cell(own.get(answer) ?? 0, { kernel, answer })),
    ),
  );
  const all = row(
    'all',
    counts.map(({ kernel, total }) => cell(total, { kernel })),
  );
  const table = h(
    'table',
    { class: 'fig-table' },
    h('caption', {}, `Rows by answer: each is one ${noun}`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'answer'), ...heads)),
    h('tbody', {}, ...each, all),
  );
  return h('div', { class: 'rows-overview' }, h('div', {}, table), ...pairs);
}

function open(
  question: (typeof TABLES)[TableName]['question'],
  kernel: Kernel,
  other: Kernel | null = null,
): RowTable {
  const { table } = rowTable(question, kernel, other);
  if (table === null) throw new Error(`${question} has no table`);
  return table;
}

/** Looks until the rows are found, or until `all` is counted. */
function scanned(table: RowTable, filters: Filters, all: boolean): Scan {
  const walk = table.scan(filters);
  for (;;) {
    const { value } = walk.next();
    if (value.done || (value.found && !all)) return value;
  }
}
