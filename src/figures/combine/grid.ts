import { memoryName } from '../../model/usual.ts';
import { memChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { binary, byteName, columnsFor, combine, hex, memAttrName, rowsFor } from './stages.ts';
import type { Chosen } from './stages.ts';

function cell(at: Chosen, chosen: Chosen): HElement {
  const now = at.attr === chosen.attr && at.memAttr === chosen.memAttr;
  return h(
    'td',
    {
      role: 'gridcell',
      class: now && 'is-now',
      tabindex: now ? 0 : -1,
      'aria-selected': String(now),
      'data-s1': hex(at.attr),
      'data-s2': binary(at.memAttr),
    },
    memChip(memoryName(combine(at))),
  );
}

/** grid draws what every pair of common encodings gives; the chosen pair is among them. */
export function grid(chosen: Chosen): HElement {
  const { fwb } = chosen;
  const columns = columnsFor(chosen);
  const heads = columns.map((memAttr) =>
    h(
      'th',
      { scope: 'col' },
      h('code', {}, binary(memAttr)),
      h('small', {}, memAttrName(memAttr, fwb)),
    ),
  );
  const rows = rowsFor(chosen).map((attr) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('code', {}, hex(attr)), h('small', {}, byteName(attr))),
      ...columns.map((memAttr) => cell({ attr, memAttr, fwb }, chosen)),
    ),
  );
  return h(
    'table',
    { class: 'fig-table', role: 'grid', 'aria-label': `Results with FWB ${fwb ? 'on' : 'off'}` },
    h('caption', {}, `Stage 1 down, stage 2 across, FWB ${fwb ? 1 : 0}. Choose a cell.`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'MAIR byte'), ...heads)),
    h('tbody', {}, ...rows),
  );
}
