import { decodeMairAttr, describe } from '../../model/index.ts';
import { hex } from '../combine/stages.ts';
import { BYTE } from '../form/read-hex.ts';
import { bitCells } from '../show/bits.ts';
import { h } from '../show/node.ts';
import { renderShow } from '../show/render-show.ts';
import type { Decoder } from './decoder.ts';

/** One attribute byte of MAIR_EL1. */
export const byteDecoder: Decoder = {
  name: 'byte',
  label: 'Attribute byte, hex',
  field: BYTE,
  write: (value) => hex(Number(value)),
  draw: (value) => {
    const byte = Number(value);
    return [
      h('p', {}, bitCells(byte, 7, 0, 4)),
      renderShow(describe(decodeMairAttr(byte))),
      h('p', {}, h('a', { href: `#mair-${hex(byte).toLowerCase()}` }, 'Its row in the table')),
    ];
  },
};
