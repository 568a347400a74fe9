import { flag, integer, requiredFlag, type Field } from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';
import type { ShInput } from '../combine/input.ts';
import { SH_FIELD, SH_NAMES } from '../shareability.ts';
import { LEAF_OPTION_FIELDS, readLeafOptions, type LeafOptions } from './options.ts';

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

/** The input with every field present. */
export interface LeafQuery extends Required<LeafOptions> {
  readonly memAttr: number;
  /** Null where the input does not give one. */
  readonly sh: number | null;
  /** S2AP[1:0]. */
  readonly s2ap: number;
  /** XN[1:0]. */
  readonly xn: number;
  readonly af: boolean;
  readonly fnxs: boolean;
  readonly contiguous: boolean;
  readonly dbm: boolean;
  readonly nT: boolean;
  readonly software: number;
  readonly pbha: number;
}

const record = (name: string, meaning: string, fields: readonly Field[]): Field => ({
  name,
  meaning,
  accepts: { kind: 'record', fields, orNull: false },
  absent: 'optional',
});

const S2AP = [
  requiredFlag('read', 'reads are permitted'),
  requiredFlag('write', 'writes are permitted'),
];
const EXECUTE = [requiredFlag('el1', 'EL1 can execute'), requiredFlag('el0', 'EL0 can execute')];

/** The fields of the input. */
export const LEAF_FIELDS: readonly Field[] = [
  ...LEAF_OPTION_FIELDS,
  integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15),
  { ...SH_FIELD, absent: 'optional' },
  record('s2ap', 'S2AP[1:0], descriptor bits [7:6]', S2AP),
  record('execute', 'XN, descriptor bits [54:53]', EXECUTE),
  flag('af', 'Access flag, descriptor bit 10', true),
  flag('fnxs', 'FnXS, descriptor bit 11'),
  flag('contiguous', 'Contiguous, descriptor bit 52'),
  flag('dbm', 'DBM, descriptor bit 51'),
  flag('nT', 'nT, descriptor bit 16 of a block'),
  integer('software', 'descriptor bits [58:55]', 0, 15, { default: 0 }),
  integer('pbha', 'PBHA, descriptor bits [62:59]', 0, 15, { default: 0 }),
];

/** XN[1:0] by el1 and el0: 00 both, 01 EL0, 10 none, 11 EL1. */
function readXn(r: Reader, raw: unknown): number {
  if (raw === undefined) return 0b10;
  const execute = r.object(raw);
  r.only(execute, EXECUTE);
  const el1 = r.requiredFlag(execute['el1']);
  const el0 = r.requiredFlag(execute['el0']);
  if (el1) return el0 ? 0b00 : 0b11;
  return el0 ? 0b01 : 0b10;
}

function readS2ap(r: Reader, raw: unknown): number {
  if (raw === undefined) return 0b11;
  const s2ap = r.object(raw);
  r.only(s2ap, S2AP);
  return (r.requiredFlag(s2ap['read']) ? 1 : 0) | (r.requiredFlag(s2ap['write']) ? 2 : 0);
}

/** Reads the input; the reader remembers whether it was acceptable. */
export function readLeaf(r: Reader, raw: unknown): LeafQuery {
  const input = r.object(raw);
  r.only(input, LEAF_FIELDS);
  return {
    ...readLeafOptions(r, input),
    memAttr: r.integer(input['memAttr'], 0, 15, undefined),
    sh: input['sh'] === undefined ? null : r.named(input['sh'], 3, SH_NAMES, 3),
    s2ap: readS2ap(r, input['s2ap']),
    xn: readXn(r, input['execute']),
    af: r.flag(input['af'], true),
    fnxs: r.flag(input['fnxs'], false),
    contiguous: r.flag(input['contiguous'], false),
    dbm: r.flag(input['dbm'], false),
    nT: r.flag(input['nT'], false),
    software: r.integer(input['software'], 0, 15, 0),
    pbha: r.integer(input['pbha'], 0, 15, 0),
  };
}
