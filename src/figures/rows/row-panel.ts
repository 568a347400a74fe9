import { control } from '../form/controls.ts';
import type { Values } from '../form/field.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { NAME } from './state.ts';

/** The chosen row under the table: what was computed of it, and the answers that it could have. */
export function rowPanel(
  nodes: readonly HNode[],
  answers: readonly string[],
  state: Values,
): HNode[] {
  const { to = '' } = state;
  const options = [...new Set([...answers, ...(to === '' ? [] : [to])])];
  return [
    h(
      'div',
      { class: 'rows-row-head' },
      h('p', { class: 'rows-title' }, 'The chosen row'),
      control(
        {
          key: 'to',
          label: 'Shortest way to',
          shape: 'select',
          options: [['', 'choose an answer'], ...options.map((one) => [one, one] as const)],
        },
        state,
        NAME,
      ),
      h('button', { type: 'button', 'data-close': true }, 'Close'),
    ),
    ...nodes,
  ];
}
