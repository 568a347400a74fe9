import type { ModelError } from '../../base/error.ts';
import { extract, halves, wordHex } from '../../base/word.ts';
import type { BitField, BitFinding } from '../bits/bit-field.ts';
import { split } from '../bits/split.ts';
import { addressIn, granuleBits } from '../leaf/geometry.ts';
import { descriptorKind } from '../leaf/kind.ts';
import { INVALID_LAYOUT, RESERVED_LAYOUT } from '../leaf/layout.ts';
import type { Granule } from '../leaf/options.ts';
import { stage1LeafLayout, stage1TableLayout } from './layout.ts';
import type { Stage1LeafReading } from './options.ts';
import type { Stage1Regime } from './regimes.ts';

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

/** A descriptor of which nothing is known. */
export const NO_STAGE1_LEAF: Stage1Leaf = Object.freeze({
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

/** `decodeStage1Leaf` of a 64-bit value under options of which every one is given, as `stage2LeafOf`. */
export function stage1LeafOf(word: bigint, o: Stage1LeafReading): Stage1Leaf {
  const { regime, level, granule } = o;
  const base = { ...NO_STAGE1_LEAF, value: wordHex(word), regime, level, granule };
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
