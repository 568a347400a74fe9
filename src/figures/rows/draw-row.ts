import type { describe as Describe, RowTable, Way } from '../../model/index.ts';
import { h, type HNode } from '../show/node.ts';
import { renderShow } from '../show/render-show.ts';
import { NAME } from './state.ts';

/**
 * One row: what it asks, what each kernel decides with the steps, and the shortest ways to the answer
 * `to`, if one is chosen. `describe` is that of the model.
 */
export function drawRow(
  table: RowTable,
  row: number,
  to: string,
  describe: typeof Describe,
): HNode[] {
  const cells = table.inputCells(row);
  const decisions = table.decisions(row);
  const facts = table.inputs.flatMap(({ name, meaning }, i) =>
    cells[i] === '' ? [] : [h('dt', { title: meaning }, name), h('dd', {}, cells[i])],
  );
  const [first] = decisions;
  const ways = to === '' || !first ? [] : wayNodes(table, row, to);
  return [
    h('dl', { class: 'rows-facts' }, ...facts),
    h(
      'div',
      { class: 'fig-two' },
      ...decisions.map((decision) => renderShow(describe(decision), { open: true })),
    ),
    ...ways,
  ];
}

function wayNodes(table: RowTable, row: number, to: string): HNode[] {
  const ways = table.ways(row, to);
  if (ways.length === 0) {
    const here = table.answers[table.answer(row)]?.cells.get('answer');
    return [
      h(
        'p',
        {},
        here === to
          ? `This row is answered “${to}” already.`
          : `No change of up to six columns leads to “${to}”.`,
      ),
    ];
  }
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
