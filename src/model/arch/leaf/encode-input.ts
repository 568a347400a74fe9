import { flag, integer, optional, record, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { ShInput } from '../combine/input.ts';
import { SH_FIELD } from '../shareability.ts';
import { LEAF_OPTION_FIELDS, type LeafOptions } from './options.ts';

/** The fields of a leaf, named as `decodeStage2Leaf` names them, and how they are to be read. */
export interface LeafInput extends LeafOptions {
  /** MemAttr[3:0], bits [5:2]. */
  readonly memAttr: number;
  /** SH[1:0], bits [9:8]. Default ISH; not with VTCR_EL2.DS = 1. */
  readonly sh?: ShInput;
  /** S2AP[1:0], bits [7:6]. Default: both. */
  readonly s2ap?: { readonly read: boolean; readonly write: boolean };
  /** XN, bits [54:53]. Default: neither. Without FEAT_XNX both are alike. */
  readonly execute?: { readonly el1: boolean; readonly el0: boolean };
  /** Access flag, bit 10. Default true. */
  readonly af?: boolean;
  /** FnXS, bit 11. Default false; needs FEAT_XS. */
  readonly fnxs?: boolean;
  /** Contiguous, bit 52. Default false. */
  readonly contiguous?: boolean;
  /** Dirty bit modifier, bit 51. Default false. */
  readonly dbm?: boolean;
  /** nT, bit 16 of a block. Default false; needs FEAT_BBML1. */
  readonly nT?: boolean;
  /** Bits [58:55]. Default 0. */
  readonly software?: number;
  /** Bits [62:59]. Default 0. */
  readonly pbha?: number;
}

const S2AP = [
  requiredFlag('read', 'reads are permitted'),
  requiredFlag('write', 'writes are permitted'),
] as const;
const EXECUTE = [
  requiredFlag('el1', 'EL1 can execute'),
  requiredFlag('el0', 'EL0 can execute'),
] as const;

/** The fields of the input. */
export const LEAF_FIELDS = [
  ...LEAF_OPTION_FIELDS,
  integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15),
  optional(SH_FIELD),
  optional(record('s2ap', 'S2AP[1:0], descriptor bits [7:6]', S2AP)),
  optional(record('execute', 'XN, descriptor bits [54:53]', EXECUTE)),
  flag('af', 'Access flag, descriptor bit 10', true),
  flag('fnxs', 'FnXS, descriptor bit 11'),
  flag('contiguous', 'Contiguous, descriptor bit 52'),
  flag('dbm', 'DBM, descriptor bit 51'),
  flag('nT', 'nT, descriptor bit 16 of a block'),
  integer('software', 'descriptor bits [58:55]', 0, 15, { default: 0 }),
  integer('pbha', 'PBHA, descriptor bits [62:59]', 0, 15, { default: 0 }),
] as const;

export type LeafQuery = ReadOf<typeof LEAF_FIELDS>;

/** XN[1:0] by el1 and el0: 00 both, 01 EL0, 10 none, 11 EL1. */
export function xnOf({ execute }: LeafQuery): number {
  if (execute === null) return 0b10;
  if (execute.el1) return execute.el0 ? 0b00 : 0b11;
  return execute.el0 ? 0b01 : 0b10;
}

/** S2AP[1:0]: bit 0 reads, bit 1 writes. */
export function s2apOf({ s2ap }: LeafQuery): number {
  if (s2ap === null) return 0b11;
  return (s2ap.read ? 1 : 0) | (s2ap.write ? 2 : 0);
}
