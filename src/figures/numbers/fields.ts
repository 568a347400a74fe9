import { h } from '../show/node.ts';
import type { Child, HElement, HNode } from '../show/node.ts';
import { bitRuler } from '../show/ruler.ts';
import { sourceLinks } from '../show/steps.ts';
import { otherOf, wordOf, type Group } from './readings.ts';
import { rowsOf, type Candidate, type NumberRow } from './rows.ts';
import type { State } from './state.ts';

const code = (text: string): HElement => h('code', {}, text);

/** drawGroup is one number: what it is, its ruler, and its fields with their controls. */
export function drawGroup(state: State, group: Group, live: boolean): HElement {
  const word = wordOf(state, group.key);
  const other = otherOf(state, group.key);
  const rows = rowsOf(group, word, other);
  return h(
    'div',
    { class: 'nb-group' },
    h('p', { class: 'nb-head' }, group.name, ' ', code(`0x${word.toString(16)}`)),
    h('ul', { class: 'nb-says' }, ...saysOf(group, rows)),
    ruler(group, rows, { value: word, against: other, live }),
    ...(other === null ? [] : [ruler(group, rows, { value: other, against: word, live: false })]),
    table(group, rows, other !== null),
  );
}

/** What the number is in each reading; once, where they agree in everything. */
function saysOf({ readings }: Group, rows: readonly NumberRow[]): HElement[] {
  const alike = !rows.some(({ byReading }) => byReading);
  const said = readings.map(({ title, says }) =>
    h('li', {}, title !== '' && h('b', {}, `${title}: `), says),
  );
  if (readings.length < 2 || !alike) return said;
  return [h('li', {}, readings[0]?.says ?? '', ': the same with FWB 0 and 1.')];
}

/** One of two numbers on a ruler; live where its bits can be flipped. */
interface Drawn {
  readonly value: bigint;
  readonly against: bigint | null;
  readonly live: boolean;
}

function ruler(
  group: Group,
  rows: readonly NumberRow[],
  { value, against, live }: Drawn,
): HElement {
  const drawn = bitRuler({
    name: group.name,
    bits: 64,
    value,
    ...(against !== null && { against }),
    picks: live,
    fields: rows.map(({ field, reserved, finding }) => ({
      name: field.name,
      hi: field.hi,
      lo: field.lo,
      reserved,
      wrong: finding !== null,
    })),
  });
  const attrs = { role: 'region', 'aria-label': `The bits of ${group.name}`, tabindex: 0 };
  return h('div', { class: 'frame ruler-frame', 'data-word': group.key, ...attrs }, drawn);
}

function table(group: Group, rows: readonly NumberRow[], compares: boolean): HElement {
  const titles = group.readings.map(({ title }) => title);
  const columns = rows.some(({ byReading }) => byReading) ? titles : [''];
  const heads = [
    'Field',
    'Bits',
    'Value',
    ...columns.map((title) => (title === '' ? 'Says' : `Says, ${title}`)),
    ...(compares ? ['Compared'] : []),
    'Source',
  ];
  return h(
    'div',
    {
      class: 'frame nb-frame',
      role: 'region',
      'aria-label': `Fields of ${group.name}`,
      tabindex: 0,
    },
    h(
      'table',
      { class: 'nb-table' },
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows.map((row) => drawRow(group, row, columns))),
    ),
  );
}

function drawRow(group: Group, row: NumberRow, columns: readonly string[]): HElement {
  const { field, other } = row;
  return h(
    'tr',
    { class: other?.differs === true ? 'nb-differs' : row.reserved && 'nb-reserved' },
    h(
      'th',
      { scope: 'row' },
      code(field.name),
      field.about !== '' &&
        h('span', { class: 'nb-about' }, field.about, ...requires(field.requires)),
    ),
    h('td', { class: 'nb-bits' }, code(field.bits)),
    h('td', {}, control(group, row), plain(field.hex)),
    ...saysCells(row, columns),
    other !== null && comparedCell(other),
    h(
      'td',
      { class: 'nb-source' },
      row.reserved ? '' : sourceLinks(['ARM-ARM']),
      row.reserved ? '' : ` ${row.rule || group.place}`,
    ),
  );
}

/** What the field says: a cell a reading where they disagree, one cell where they do not. */
function saysCells(
  { says, byReading, finding }: NumberRow,
  columns: readonly string[],
): HElement[] {
  const found = finding !== null && h('b', { class: 'nb-finding' }, ` ! ${finding}`);
  if (!byReading || columns.length < 2)
    return [h('td', { colspan: columns.length > 1 && columns.length }, says[0] ?? '', found)];
  return columns.map((title, i) =>
    h('td', { 'data-head': title }, sign('by FWB'), says[i] ?? '', i === 0 && found),
  );
}

const requires = (feature: string | null): Child[] => (feature === null ? [] : [` (${feature})`]);

/** A difference has a sign and a word, not a colour alone. */
const sign = (what: string): HElement =>
  h('span', { class: 'nb-sign', title: `differs ${what}` }, '≠ ');

function comparedCell({ hex, says, differs }: NonNullable<NumberRow['other']>): HElement {
  const mark: HNode[] = differs ? [h('b', { class: 'nb-sign' }, '≠ differs: ')] : [];
  return h('td', { 'data-head': 'Compared:' }, ...mark, code(hex), ` ${says}`);
}

/** The value for who has no script, and so no control. */
export const plain = (text: string): HElement => h('code', { class: 'nb-plain' }, text);

/** A list for a few bits, a field for more. Both carry the value that stands, for who draws again. */
function control({ key }: Group, { field, candidates }: NumberRow): HElement {
  const place = `${key}:${field.hi}:${field.lo}`;
  const label = `${field.name}, bits ${field.bits}`;
  if (candidates === null)
    return h('input', {
      type: 'text',
      value: field.hex,
      size: Math.max(4, Math.min(14, field.hex.length + 1)),
      'data-field': place,
      'data-now': field.hex,
      'aria-label': label,
      autocomplete: 'off',
      spellcheck: 'false',
    });
  const now = String(field.value ?? 0);
  return h(
    'select',
    { 'data-field': place, 'data-now': now, 'aria-label': label, autocomplete: 'off' },
    ...candidates.map((one) => option(field.hi - field.lo + 1, one, now)),
  );
}

function option(width: number, { value, says }: Candidate, now: string): HElement {
  const bits = value.toString(2).padStart(width, '0');
  return h('option', { value, selected: String(value) === now }, `${bits} ${says}`);
}
