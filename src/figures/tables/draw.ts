import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { inside } from './table.ts';
import type { Group, Row, Table } from './table.ts';

/** drawTable is the whole table with its controls; a script only hides rows of it. */
export function drawTable(table: Table, label: string): readonly HElement[] {
  const { filters = [], find, groups } = table;
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const drawn = frame(label, body(table));
  const chosen = filters.length > 0 || find !== undefined;
  return chosen ? [controls(table), standing(count), drawn] : [drawn];
}

/** frame lets a wide table scroll by itself, by keyboard too. */
export const frame = (label: string, table: HElement): HElement =>
  h('div', { class: 'frame tab-frame', role: 'region', 'aria-label': label, tabindex: 0 }, table);

/** What can be chosen. A select that is not set shows its own name. */
function controls({ name, filters = [], find }: Table): HElement {
  return h(
    'div',
    { class: 'tab-controls' },
    find !== undefined &&
      h(
        'label',
        {},
        h('span', {}, find),
        h('input', {
          type: 'search',
          name: `${name}.find`,
          placeholder: find,
          autocomplete: 'off',
          spellcheck: 'false',
        }),
      ),
    ...filters.map(({ key, label, options }) =>
      h(
        'label',
        {},
        h('span', {}, label),
        h(
          'select',
          { name: `${name}.${key}`, 'data-key': key, autocomplete: 'off' },
          h('option', { value: '' }, label),
          ...options.map(([value, text]) => h('option', { value }, text)),
        ),
      ),
    ),
  );
}

/** What is chosen, and how many rows are left. */
const standing = (count: number): HElement =>
  h(
    'div',
    { class: 'tab-state' },
    h('ul', { class: 'tab-chips', 'aria-label': 'What is set' }),
    h('button', { type: 'button' }, 'Show all'),
    h('p', { class: 'tab-count', role: 'status' }, `${count} rows`),
  );

function body({ name, columns, groups }: Table): HElement {
  const heads = columns.map((cell) => h('th', { scope: 'col' }, ...inside(cell)));
  return h(
    'table',
    { class: 'tab', 'data-table': name },
    h('thead', {}, h('tr', {}, ...heads)),
    ...groups.map((group) => drawGroup(name, group, columns.length)),
  );
}

function drawGroup(name: string, { heading, rows }: Group, width: number): HElement {
  const head = h('th', { scope: 'rowgroup', colspan: width }, ...inside(heading));
  return h(
    'tbody',
    {},
    heading !== null && h('tr', { class: 'tab-group' }, head),
    ...rows.map((row) => drawRow(name, row)),
  );
}

function drawRow(name: string, row: Row): HElement {
  const id = row.anchor ?? `${name}-${row.id}`;
  const keys = Object.entries(row.keys ?? {}).map(
    ([key, values]) => [`data-${key}`, values.join(' ')] as const,
  );
  return h(
    'tr',
    { id, ...Object.fromEntries(keys) },
    h(
      'th',
      { scope: 'row' },
      h('a', { href: row.href ?? `#${id}` }, row.name),
      ...inside(row.about ?? null),
    ),
    ...row.cells.map((cell) => {
      const [only, ...others] = inside(cell);
      const whole = typeof only === 'object' && only?.tag === 'td' && others.length === 0;
      return whole ? only : h('td', {}, only, ...others);
    }),
  );
}
