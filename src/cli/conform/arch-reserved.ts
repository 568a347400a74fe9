import { decodeMairAttr, decodeShareability, decodeStage2MemAttr } from '../../model/index.ts';
import { bit, bool, byColumn, type Answer } from './adapter.ts';
import type { Row } from './vector-file.ts';

/** Rows of `arch.reserved`: one encoded value of one field. */
export const archReserved = byColumn(
  {
    function: 'arch.reserved',
    perKernel: false,
    inputs: ['field', 'value', 'fwb', 'mtePerm'],
    outputs: ['reserved', 'res0Set', 'permitted'],
  },
  answer,
);

function answer(row: Row): Answer {
  const value = row['value'] as number;
  switch (row['field']) {
    case 's1Attr': {
      const mair = decodeMairAttr(value);
      return { reserved: bit(mair.type === 'reserved'), res0Set: 0, permitted: mair.permitted };
    }
    case 's1Sh':
    case 's2Sh': {
      const sh = decodeShareability(value);
      return { reserved: bit(sh.shareability === 'reserved'), res0Set: 0, permitted: sh.permitted };
    }
    case 's2MemAttr': {
      const how = { fwb: bool(row['fwb']), mtePerm: bool(row['mtePerm']) };
      const s2 = decodeStage2MemAttr(value, how);
      return {
        reserved: bit(s2.type === 'reserved'),
        res0Set: bit(s2.res0Set),
        permitted: s2.permitted,
      };
    }
    default:
      return {};
  }
}
