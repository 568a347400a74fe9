import { memChip } from '../../figures/show/chip.ts';
import { h } from '../../figures/show/node.ts';
import type { HElement, HNode } from '../../figures/show/node.ts';
import { saidIn } from '../../grammar/words.ts';

const NUMBER = /^-?\d+(\.\d+)?n?$/;

/** tableNode draws a printed table; what the model says in a cell has its sign. */
export function tableNode(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): HElement {
  const head = columns.map((name) =>
    // Rows that have a name of their own stand under an empty corner, which heads nothing.
    name === '' ? h('td') : h('th', { scope: 'col' }, name),
  );
  const body = rows.map((cells) => h('tr', {}, ...cells.map(cellNode)));
  return h(
    'div',
    { class: 'ev ev-table', role: 'group', 'aria-label': 'Printed table', tabindex: 0 },
    h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body)),
  );
}

function cellNode(cell: string, column: number): HElement {
  if (column === 0) return h('th', { scope: 'row' }, ...signed(cell));
  return h('td', NUMBER.test(cell) ? { class: 'num' } : {}, ...signed(cell));
}

/** The words of a cell with the sign that they have in the grammar. */
function signed(cell: string): HNode[] {
  const said = saidIn(cell);
  if (said === null) return [cell];
  const { sign, word, memory, rest } = said;
  const nodes: HNode[] = [];
  if (sign !== null) nodes.push(h('span', { class: `verdict verdict-${sign}` }, word), rest);
  if (memory !== null) nodes.push(...(sign === null ? [] : [' ']), memChip(memory));
  return nodes.filter((node) => node !== '');
}
