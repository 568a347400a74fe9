import { KERNELS } from '../../model/usual.ts';
import type { Kernel } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import { decisionKey } from '../../observations/key.ts';
import { keyed, memChip } from '../show/chip.ts';
import { decisionChip } from '../show/decision-chip.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { answer } from './answer.ts';

const HOSTS = ['0', '1'].flatMap((fwb) => ['0', '1'].map((dic) => ({ fwb, dic })));

function cells(kernel: Kernel, values: Values, here: boolean): HElement[] {
  const { slot, fault, leaf } = answer(kernel, values);
  const now = here && values['kernel'] === kernel && 'is-now';
  return [
    h('td', { class: now }, decisionChip(slot)),
    h(
      'td',
      { class: now },
      leaf === null ? decisionChip(fault) : keyed(memChip(leaf), decisionKey(fault)),
    ),
  ];
}

/** hostTable asks the case of every kernel on each of the four kinds of host. */
export function hostTable(values: Values): HElement {
  const rows = HOSTS.map((host) => {
    const here = host.fwb === values['fwb'] && host.dic === values['dic'];
    const name = `FWB ${host.fwb}, DIC ${host.dic}`;
    return h(
      'tr',
      { class: here && 'is-here' },
      h('th', { scope: 'row' }, name),
      ...KERNELS.flatMap((kernel) => cells(kernel, { ...values, ...host }, here)),
    );
  });
  const kernels = KERNELS.map((k) => h('th', { scope: 'colgroup', colspan: 2 }, k));
  const sides = KERNELS.flatMap(() => [
    h('th', { scope: 'col' }, 'memslot'),
    h('th', { scope: 'col' }, 'fault'),
  ]);
  return h(
    'table',
    { class: 'fig-table' },
    h('caption', {}, 'The same VMA and access on every host'),
    h(
      'thead',
      {},
      h('tr', {}, h('th', { rowspan: 2, scope: 'col' }, 'host'), ...kernels),
      h('tr', {}, ...sides),
    ),
    h('tbody', {}, ...rows),
  );
}
