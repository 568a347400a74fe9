import type { describe as Describe, RowTable, Way } from '../../model/index.ts';
import { h, type HNode } from '../show/node.ts';
import { renderShow } from '../show/render-show.ts';
import { NAME } from './state.ts';

/** One row: what it asks, and what each kernel decides with the steps. `describe` is that of the model. */
export function drawRow(table: RowTable, row: number, describe: typeof Describe): HNode[] {
  const cells = table.inputCells(row);
  const decisions = table.decisions(row);
  const facts = table.inputs.flatMap(({ name, meaning }, i) =>
    cells[i] === '' ? [] : [h('dt', { title: meaning }, name), h('dd', {}, cells[i])],
  );
  return [
    h('dl', { class: 'rows-facts' }, ...facts),
    h(
      'div',
      { class: 'fig-two' },
      ...decisions.map((decision) => renderShow(describe(decision), { open: true })),
    ),
  ];
}

/**
 * The shortest ways from a row to the answer `to`. Where they are longer than a search in a moment finds, each
 * step says how far the walk over the whole table is, and the last has them.
 */
export function* drawWays(table: RowTable, row: number, to: string): Generator<HNode[], HNode[]> {
  if (to === '') return [];
  if (table.hasAnswer(row, to)) return said(`This row is answered “${to}” already.`);
  for (const walk = table.waysTo(row, to); ;) {
    const { done, value } = walk.next();
    if (done) return value.length > 0 ? wayNodes(value, to) : said(`No row is answered “${to}”.`);
    const part = Math.floor((100 * value) / table.size);
    yield said(`No change of up to six columns leads to “${to}”. Looking at all rows: ${part} %.`);
  }
}

const said = (text: string): HNode[] => [h('p', {}, text)];

function wayNodes(ways: readonly Way[], to: string): HNode[] {
  const most = ways[0]?.length ?? 0;
  const words = most === 1 ? 'One column' : `${most} columns together`;
  return [
    h('p', {}, `${words} to change for “${to}”${ways.length > 1 ? ', in one of these ways' : ''}:`),
    h('ul', { class: 'rows-ways' }, ...ways.map((way) => h('li', {}, ...wayNode(way)))),
  ];
}

function wayNode(way: Way): HNode[] {
  return way.flatMap(({ column, from, to }, i): HNode[] => [
    ...(i > 0 ? [' and '] : []),
    h('code', {}, column),
    ' ',
    h('b', {}, to.join(' or ')),
    ` instead of ${from}`,
  ]);
}

/** The id of the place where a row is drawn. */
export const ROW_ID = `${NAME}-row`;
