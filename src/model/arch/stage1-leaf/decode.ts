import type { ModelError } from '../../base/error.ts';
import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { extract, halves, readWord, wordHex } from '../../base/word.ts';
import type { BitField, BitFinding } from '../bits/bit-field.ts';
import { split } from '../bits/split.ts';
import { addressIn, granuleBits } from '../leaf/geometry.ts';
import { descriptorKind } from '../leaf/kind.ts';
import { INVALID_LAYOUT, RESERVED_LAYOUT } from '../leaf/layout.ts';
import { optionsContradict, type Granule } from '../leaf/options.ts';
import { stage1LeafLayout, stage1TableLayout } from './layout.ts';
import {
  STAGE1_LEAF_FIELDS,
  type Stage1LeafOptions,
  type Stage1LeafReading,
  type Stage1Regime,
} from './options.ts';

/**
 * Decode of a 64-bit stage-1 descriptor with direct permissions. Its fields cover all 64 bits, each
 * once, highest first. What a kind of descriptor does not have is null.
 */
export interface Stage1Leaf {
  readonly kind: 'stage1-leaf';
  /** As `Stage2Leaf` has it. */
  readonly type: 'page' | 'block' | 'table' | 'invalid-descriptor' | 'reserved' | 'invalid';
  /** The descriptor as 0x and 16 digits; null for bad input. */
  readonly value: string | null;
  readonly regime: Stage1Regime | null;
  readonly level: number | null;
  readonly granule: Granule | null;
  /** Bytes that the leaf maps. */
  readonly size: number | null;
  /** Output address of a leaf, as 0x and 16 digits. */
  readonly outputAddress: string | null;
  /** Address of the next table. */
  readonly nextTable: string | null;
  /** AttrIndx[2:0], bits [4:2]: the byte of MAIR_ELx that gives the memory type. */
  readonly attrIndx: number | null;
  readonly fields: readonly BitField[];
  /** Reserved bits and reserved values; the decode beside them is whole. */
  readonly findings: readonly BitFinding[];
  readonly source: readonly string[];
  readonly error?: ModelError;
}

const NONE: Stage1Leaf = Object.freeze({
  kind: 'stage1-leaf',
  type: 'invalid',
  value: null,
  regime: null,
  level: null,
  granule: null,
  size: null,
  outputAddress: null,
  nextTable: null,
  attrIndx: null,
  fields: [],
  findings: [],
  source: ['ARM-ARM', 'ARCH734'],
});

/**
 * Decodes a descriptor of a stage-1 table. Its bits are not those of stage 2: AttrIndx [4:2] picks a
 * byte of MAIR_ELx, and bit 5 is NS. A table, an invalid descriptor and a block where none is
 * permitted are answers too. Not covered: permission indirection and overlays, FEAT_AIE, FEAT_MEC, and
 * 128-bit descriptors. Source: ARM-ARM, tables D8-50 and D8-52 of issue L.b; SAIL94 for the regimes.
 */
export function decodeStage1Leaf(value: bigint | number, options: Stage1LeafOptions): Stage1Leaf {
  const word = readWord('value', value);
  if (word instanceof BadInput) return { ...NONE, error: word.error };
  const read = readByFields(STAGE1_LEAF_FIELDS, options);
  const o = read instanceof BadInput ? read : (optionsContradict(read) ?? read);
  return o instanceof BadInput ? { ...NONE, error: o.error } : leafOf(word, o);
}

function leafOf(word: bigint, o: Stage1LeafReading): Stage1Leaf {
  const { regime, level, granule } = o;
  const base = { ...NONE, value: wordHex(word), regime, level, granule };
  const kind = descriptorKind(word, o);
  const { type } = kind;
  switch (type) {
    case 'invalid-descriptor':
      return { ...base, type, ...split(word, INVALID_LAYOUT) };
    case 'table': {
      const nextTable = wordHex(addressIn(word, granuleBits(granule), o));
      return { ...base, type, nextTable, ...split(word, stage1TableLayout(o)) };
    }
    case 'reserved':
      return { ...base, type, ...split(word, RESERVED_LAYOUT) };
    default:
      return {
        ...base,
        type,
        size: 2 ** kind.low,
        outputAddress: wordHex(addressIn(word, kind.low, o)),
        attrIndx: extract(halves(word), 4, 2),
        ...split(word, stage1LeafLayout(kind.low, o)),
      };
  }
}
