import { textField } from '../form/controls.ts';
import { failed } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { decoderOf } from './decoders.ts';

/** decodeStatic is the whole figure, computed for an example. */
export function decodeStatic(name: string, example: bigint): readonly HNode[] {
  const { label, field, write, draw } = decoderOf(name);
  const line = `decode-${name}`;
  return [
    h(
      'div',
      { class: 'fig-controls' },
      textField(label, {
        value: write(example),
        size: field.digits + 2,
        'aria-describedby': line,
      }),
      h('button', { type: 'button', class: 'fig-reset' }, 'Back to the example'),
    ),
    h('p', { id: line, class: 'fig-problems', role: 'status' }),
    h('div', { 'data-part': 'decode' }, ...draw(example)),
    failed(),
  ];
}
