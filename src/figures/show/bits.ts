import { h } from './node.ts';
import type { HElement } from './node.ts';

/** bitCells draws a field as cells, highest bit first, each with its number; a gap stands after bit `gap`. */
export function bitCells(value: number, high: number, low: number, gap = low): HElement {
  const cells = Array.from({ length: high - low + 1 }, (_, i) => {
    const bit = high - i;
    const set = (value >> (bit - low)) & 1;
    return h(
      'span',
      { class: bit === gap && gap > low ? 'bit bit-gap' : 'bit' },
      h('small', {}, String(bit)),
      h('b', {}, String(set)),
    );
  });
  const digits = value.toString(2).padStart(high - low + 1, '0');
  return h(
    'span',
    { class: 'bits', role: 'img', 'aria-label': `bits ${high} to ${low}: ${digits}` },
    ...cells,
  );
}
