import { propertyName } from '../../model/index.ts';
import type { Property } from '../../model/index.ts';
import { nameWords } from '../show/name-code.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { groupBy } from '../tables/group-by.ts';
import { bit } from '../tables/table.ts';
import { cellId, proofId } from './ids.ts';
import type { Judged } from './judge.ts';
import { signClass, signOf } from './sign.ts';

function cell(judged: Judged, property: Property): HElement {
  const sign = signOf(judged.proof, property);
  const href = `#${proofId(judged.proof, property)}`;
  return h(
    'td',
    { id: cellId(judged, property) },
    h('a', { class: signClass(sign), href }, sign.word),
  );
}

function head(properties: readonly Property[]): HElement {
  const names = properties.map((name) =>
    h('th', { scope: 'colgroup', colspan: 2, class: 'vt-property' }, propertyName(name)),
  );
  const dic = properties.flatMap(() =>
    ['0', '1'].map((value) =>
      h('th', { scope: 'col', class: value === '0' && 'vt-property' }, `DIC ${value}`),
    ),
  );
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'col', rowspan: 2 }, 'policy'),
      h('th', { scope: 'col', rowspan: 2 }, 'FWB'),
      ...names,
    ),
    h('tr', {}, ...dic),
  );
}

/** Two rows a policy, one for each value of FWB; two columns a property, one for each value of DIC. */
export function verdictTable(all: readonly Judged[], properties: readonly Property[]): HElement {
  const bodies = groupBy(all, ({ policy }) => policy.name).map((own) => {
    const name = own[0]?.policy.name ?? '';
    const rows = groupBy(own, ({ host }) => bit(host.fwb));
    return h(
      'tbody',
      {},
      ...rows.map((row, i) =>
        h(
          'tr',
          {},
          i === 0 && h('th', { scope: 'rowgroup', rowspan: rows.length }, ...nameWords(name)),
          h('th', { scope: 'row' }, bit(row[0]?.host.fwb === true)),
          ...properties.flatMap((property) => row.map((judged) => cell(judged, property))),
        ),
      ),
    );
  });
  return h('table', { class: 'vt' }, head(properties), ...bodies);
}
