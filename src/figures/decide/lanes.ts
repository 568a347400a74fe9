import { verdictClass } from '../../grammar/verdict.ts';
import type { Values } from '../form/field.ts';
import { memChip } from '../show/chip.ts';
import { decisionChip } from '../show/decision-chip.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import type { Answer, Risk } from './answer.ts';
import { KERNEL } from './case.ts';

/** A stop on the way from the owner to the guest; behind a stop that refused, the line is cut. */
function gate(name: string, chip: HNode, open: boolean): HElement {
  return h(
    'span',
    { class: open ? 'gate' : 'gate cut' },
    h('span', { class: 'label' }, name),
    h('span', { class: 'track' }, chip),
  );
}

const riskChip = (risk: Risk): HElement =>
  h('span', { class: verdictClass(risk) }, risk === 'leak' ? 'can leak: ' : 'mismatch: ');

function lane(
  { kernel, slot, fault, leaf, risk, follows }: Answer,
  values: Values,
  prefix: string,
): HElement {
  const chosen = values[KERNEL.key] === kernel;
  const accepted = slot.verdict === 'accepted';
  return h(
    'label',
    { class: chosen ? 'lane is-now' : 'lane' },
    h(
      'span',
      { class: 'lane-kernel' },
      h('input', {
        type: 'radio',
        name: `${prefix}-${KERNEL.key}`,
        value: kernel,
        checked: chosen,
        autocomplete: 'off',
        'data-key': KERNEL.key,
      }),
      kernel,
    ),
    gate('memslot', decisionChip(slot), accepted),
    gate(accepted ? 'fault' : 'fault, if reached', decisionChip(fault), leaf !== null),
    gate('leaf', leaf === null ? 'none' : memChip(leaf), false),
    h('span', { class: 'lane-so' }, risk !== null && riskChip(risk), follows),
  );
}

/** lanes draws one line a kernel, from the memslot over the fault to what the guest gets. */
export const lanes = (answers: readonly Answer[], values: Values, prefix: string): HNode[] =>
  answers.map((answer) => lane(answer, values, prefix));
