import { flag, integer, requiredFlag, type Field } from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';
import { SH_FIELD, SH_NAMES } from '../shareability.ts';

/** The value of an SH field, or its name. */
export type ShInput = number | (typeof SH_NAMES)[number];

/** What `combineStages` is asked. */
export interface CombineInput {
  /** Stage 1: the MAIR byte, and SH (default ISH). */
  readonly s1: { readonly attr: number; readonly sh?: ShInput };
  /** Stage 2: MemAttr[3:0], SH (default ISH), and FnXS, descriptor bit 11 (default false). */
  readonly s2: { readonly memAttr: number; readonly sh?: ShInput; readonly fnxs?: boolean };
  /** HCR_EL2.FWB. */
  readonly fwb: boolean;
  /** FEAT_MTE_PERM is implemented. Default false. */
  readonly mtePerm?: boolean;
}

/** The input with every field present. */
export interface CombineQuery {
  readonly s1Attr: number;
  readonly s1Sh: number;
  readonly s2MemAttr: number;
  readonly s2Sh: number;
  readonly fnxs: boolean;
  readonly fwb: boolean;
  readonly mtePerm: boolean;
}

const S1: readonly Field[] = [integer('attr', 'attribute byte of MAIR_EL1', 0, 255), SH_FIELD];
const S2: readonly Field[] = [
  integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15),
  SH_FIELD,
  flag('fnxs', 'FnXS, descriptor bit 11'),
];

/** The fields of the input. */
export const COMBINE_FIELDS: readonly Field[] = [
  {
    name: 's1',
    meaning: 'stage 1',
    accepts: { kind: 'record', fields: S1, orNull: false },
    absent: 'required',
  },
  {
    name: 's2',
    meaning: 'stage 2',
    accepts: { kind: 'record', fields: S2, orNull: false },
    absent: 'required',
  },
  requiredFlag('fwb', 'HCR_EL2.FWB'),
  flag('mtePerm', 'FEAT_MTE_PERM is implemented'),
];

/** Reads the input; the reader remembers whether it was acceptable. */
export function readCombine(r: Reader, raw: unknown): CombineQuery {
  const input = r.object(raw);
  const s1 = r.object(input['s1']);
  const s2 = r.object(input['s2']);
  r.only(input, COMBINE_FIELDS);
  r.only(s1, S1);
  r.only(s2, S2);
  return {
    s1Attr: r.integer(s1['attr'], 0, 255, undefined),
    s1Sh: r.named(s1['sh'], 3, SH_NAMES, 3),
    s2MemAttr: r.integer(s2['memAttr'], 0, 15, undefined),
    s2Sh: r.named(s2['sh'], 3, SH_NAMES, 3),
    fnxs: r.flag(s2['fnxs'], false),
    fwb: r.requiredFlag(input['fwb']),
    mtePerm: r.flag(input['mtePerm'], false),
  };
}
