import type { ModelError } from '../../base/error.ts';
import type { BitField, BitFinding } from '../bits/bit-field.ts';
import type { Shareability } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import type { Granule } from './options.ts';

/**
 * Decode of a 64-bit stage-2 descriptor of a VM in Non-secure state with direct permissions. Its
 * fields cover all 64 bits, each once, highest first. What a kind of descriptor does not have is
 * null.
 */
export interface Stage2Leaf {
  readonly kind: 'leaf';
  /**
   * - `page`, `block`: a leaf.
   * - `table`: points to the next table.
   * - `invalid-descriptor`: bit 0 is clear; an access faults.
   * - `reserved`: treated as an invalid descriptor.
   * - `invalid`: the input was not accepted; see `error`.
   */
  readonly type: 'page' | 'block' | 'table' | 'invalid-descriptor' | 'reserved' | 'invalid';
  /** The descriptor as 0x and 16 digits; null for bad input. */
  readonly value: string | null;
  readonly level: number | null;
  readonly granule: Granule | null;
  /** Bytes that the leaf maps. */
  readonly size: number | null;
  /** Output address of a leaf, as 0x and 16 digits. */
  readonly outputAddress: string | null;
  /** Address of the next table. */
  readonly nextTable: string | null;
  /** MemAttr[3:0], bits [5:2]. */
  readonly memAttr: number | null;
  /** What MemAttr says. */
  readonly memory: Stage2MemAttr | null;
  /** SH[1:0], bits [9:8]; null where VTCR_EL2.DS is 1, because VTCR_EL2.SH0 supplies it. */
  readonly sh: Shareability | 'reserved' | null;
  /** S2AP[1:0], bits [7:6]: data accesses that stage 2 permits. */
  readonly s2ap: { readonly read: boolean; readonly write: boolean } | null;
  /** XN, bits [54:53]: instruction fetches that XN permits. */
  readonly execute: { readonly el1: boolean; readonly el0: boolean } | null;
  /** Access flag, bit 10. */
  readonly af: boolean | null;
  /** FnXS, bit 11; null without FEAT_XS. */
  readonly fnxs: boolean | null;
  /** Contiguous, bit 52. */
  readonly contiguous: boolean | null;
  /** Dirty bit modifier, bit 51. */
  readonly dbm: boolean | null;
  /** nT, bit 16 of a block; null without FEAT_BBML1. */
  readonly nT: boolean | null;
  /** Bits [58:55]. */
  readonly software: number | null;
  /** Bits [62:59]. */
  readonly pbha: number | null;
  readonly fields: readonly BitField[];
  /** Reserved bits and reserved values; the decode beside them is whole. */
  readonly findings: readonly BitFinding[];
  readonly source: readonly string[];
  readonly error?: ModelError;
}

/** A descriptor of which nothing is known. */
export const NO_LEAF: Stage2Leaf = Object.freeze({
  kind: 'leaf',
  type: 'invalid',
  value: null,
  level: null,
  granule: null,
  size: null,
  outputAddress: null,
  nextTable: null,
  memAttr: null,
  memory: null,
  sh: null,
  s2ap: null,
  execute: null,
  af: null,
  fnxs: null,
  contiguous: null,
  dbm: null,
  nT: null,
  software: null,
  pbha: null,
  fields: [],
  findings: [],
  source: ['ARM-ARM'],
});
