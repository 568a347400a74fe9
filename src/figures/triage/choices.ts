import { KEYS, valuesOf, type Key } from '../../triage/index.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';

/** What is asked first of somebody who has nothing to paste; the others stand folded. */
const FIRST: ReadonlySet<string> = new Set(['call', 'errno', 'kernel', 'fscLine']);

/** choices is what can be said beside the text: a control for each key. */
export function choices(): HElement {
  const [first, others] = [true, false].map((is) =>
    KEYS.filter(({ name }) => FIRST.has(name) === is).map(control),
  ) as [HElement[], HElement[]];
  return h(
    'div',
    { class: 'tri-asked', role: 'group', 'aria-label': 'What the text does not say' },
    h('span', { class: 'label' }, 'What the text does not say'),
    ...first,
    h(
      'details',
      {},
      h('summary', {}, `${others.length} more that can be said`),
      h('div', { class: 'tri-more' }, ...others),
    ),
    h('button', { type: 'button', 'data-do': 'unsay' }, 'Take back all choices'),
  );
}

const YES: Readonly<Record<string, string>> = { '0': 'no', '1': 'yes' };

function control(key: Key): HElement {
  const { name, meaning, example, takes } = key;
  const values = valuesOf(key);
  const common = { 'data-ask': name, id: `ask-${name}`, autocomplete: 'off' };
  const field = values
    ? h(
        'select',
        common,
        h('option', { value: '' }, 'not said'),
        ...values.map((value) =>
          h('option', { value }, takes === '0|1' ? (YES[value] ?? value) : value),
        ),
      )
    : h('input', {
        ...common,
        type: 'text',
        spellcheck: 'false',
        placeholder: example,
        'aria-describedby': `ask-${name}-wrong`,
      });
  return h(
    'p',
    { class: 'tri-ask' },
    h('label', { for: `ask-${name}` }, meaning.charAt(0).toUpperCase() + meaning.slice(1)),
    field,
    values ? null : h('span', { class: 'tri-wrong', id: `ask-${name}-wrong` }),
  );
}
