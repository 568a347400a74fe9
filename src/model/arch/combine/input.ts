import { flag, integer, namesOf, record, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';
import { SH_NAMES } from '../sh-names.ts';
import { SH_FIELD } from '../shareability.ts';

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

const S1 = [integer('attr', 'attribute byte of MAIR_EL1', 0, 255), SH_FIELD] as const;
const S2 = [
  integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15),
  SH_FIELD,
  flag('fnxs', 'FnXS, descriptor bit 11'),
] as const;

/** What a descriptor of each stage says of memory. */
export const S1_FIELD = record('s1', 'stage 1', S1);
export const S2_FIELD = record('s2', 'stage 2', S2);

/** The field of a feature that gives MemAttr further values. */
export const MTE_PERM_FIELD = flag('mtePerm', 'FEAT_MTE_PERM is implemented');

/** The fields of the input. */
export const COMBINE_FIELDS = [
  S1_FIELD,
  S2_FIELD,
  requiredFlag('fwb', 'HCR_EL2.FWB'),
  MTE_PERM_FIELD,
] as const;

export type CombineQuery = ReadOf<typeof COMBINE_FIELDS>;

const NAMES = namesOf(COMBINE_FIELDS);
const S1_NAMES = namesOf(S1);
const S2_NAMES = namesOf(S2);

/** Reads the input by hand: it is asked millions of times. */
export function readCombine(r: Reader, raw: unknown): CombineQuery {
  const input = r.object(raw);
  const s1 = r.object(input['s1']);
  const s2 = r.object(input['s2']);
  r.only(input, NAMES);
  r.only(s1, S1_NAMES);
  r.only(s2, S2_NAMES);
  return {
    s1: {
      attr: r.integer(s1['attr'], 0, 255, undefined),
      sh: r.named(s1['sh'], 3, SH_NAMES, 3),
    },
    s2: {
      memAttr: r.integer(s2['memAttr'], 0, 15, undefined),
      sh: r.named(s2['sh'], 3, SH_NAMES, 3),
      fnxs: r.flag(s2['fnxs'], false),
    },
    fwb: r.requiredFlag(input['fwb']),
    mtePerm: r.flag(input['mtePerm'], false),
  };
}
