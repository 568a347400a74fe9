import type { Mapping } from '../../model/index.ts';
import { bitCells } from '../show/bits.ts';
import { memChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import type { Answer } from './answer.ts';

function permissions({ r, w, x }: Mapping): HElement {
  const may = [r && 'read', w && 'write', x && 'execute'].filter((word) => word !== false);
  const letters = [r ? 'R' : '–', w ? 'W' : '–', x ? 'X' : '–'];
  return h(
    'span',
    { class: 'bits', role: 'img', 'aria-label': may.join(', ') },
    ...letters.map((letter) => h('span', { class: 'bit' }, h('b', {}, letter))),
  );
}

/** leafCells draws what is written into the descriptor, or that nothing is. */
export function leafCells({ fault, leaf }: Answer): HElement {
  const { mapping } = fault;
  if (mapping === null || mapping.memAttr === null || leaf === null) {
    return h('p', { class: 'leaf' }, 'No leaf is written.');
  }
  return h(
    'p',
    { class: 'leaf' },
    'The leaf: MemAttr ',
    bitCells(mapping.memAttr, 5, 2),
    ' ',
    memChip(leaf),
    ' the guest may ',
    permissions(mapping),
  );
}
