import { foot } from '../foot/foot.ts';
import { control, textField } from '../form/controls.ts';
import type { Field } from '../form/field.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import type { HostData } from './answers.ts';
import { NAME } from './link.ts';
import { fieldsFor, PRESET, SIDES, type Side } from './state.ts';
import type { Form } from './take-along.ts';
import { parts } from './view.ts';

const TAKES: Readonly<Record<Form, string>> = {
  markdown: 'Copy for a mail',
  json: 'Copy JSON',
  test: 'Copy as a test',
  command: 'Copy commands',
};

/** hostStatic is the whole figure, computed for the hosts with which the page comes. */
export function hostStatic(data: HostData): HNode[] {
  const drawn = parts(PRESET, data);
  const fields = fieldsFor(data.cpus);
  const two = fields.find(({ key }) => key === 'two');
  return [
    ...(two ? [h('div', { class: 'fig-controls' }, control(two, PRESET, NAME))] : []),
    problems(),
    h('div', { class: 'host-two' }, ...SIDES.map((side) => sideNode(side, fields, drawn))),
    place('move', drawn, { class: 'host-move' }),
    ...foot(drawn, { take: TAKES, back: 'Back to the example' }),
  ];
}

function sideNode(side: Side, fields: readonly Field[], drawn: ReturnType<typeof parts>): HElement {
  const own = fields.filter(({ key }) => key.startsWith(`${side}-`));
  return h(
    'div',
    { class: 'host-side', 'data-side': side, hidden: side === 'b' && PRESET['two'] === '0' },
    h('p', { class: 'host-head' }, side === 'a' ? 'The host' : 'The host to move to'),
    h(
      'div',
      { class: 'fig-controls' },
      h(
        'label',
        { class: 'fig-field host-paste' },
        h('span', {}, 'Paste what it says: dmesg, uname -r, lscpu, CTR_EL0, the probe'),
        h('textarea', { 'data-paste': side, rows: 3, autocomplete: 'off', spellcheck: 'false' }),
      ),
      ...own.map((field) =>
        field.key === `${side}-kernel` ? kernelField(field) : control(field, PRESET, NAME),
      ),
    ),
    h('p', { class: 'host-note', 'data-note': side, role: 'status' }),
    place(`${side}-known`, drawn),
    place(`${side}-answers`, drawn),
    h('div', { 'data-part': `${side}-probe`, class: 'host-probe' }),
  );
}

const kernelField = ({ key, label }: Field): HElement =>
  textField(label, {
    'data-in': key,
    value: PRESET[key] ?? '',
    size: 16,
    maxlength: 80,
    placeholder: 'uname -r',
  });
