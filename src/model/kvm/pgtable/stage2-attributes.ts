import type { Trace } from '../../base/step.ts';
import { wordHex } from '../../base/word.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import { ERRNO } from '../errno.ts';
import { memAttrOf, type MemType } from '../fault/mapping.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import {
  ATTRIBUTES_FIELDS,
  attributesWrong,
  type AttributesQuery,
  type Stage2AttributesInput,
} from './attributes-input.ts';
import { xnOf } from './exec.ts';
import { protAccepted } from './prot-checks.ts';

/** The attributes of a stage-2 block or page descriptor that KVM writes. */
export interface LeafAttributes {
  /** MemAttr[3:0], bits [5:2]. */
  readonly memAttr: number;
  /** S2AP[1:0], bits [7:6]: bit 0 read, bit 1 write. */
  readonly s2ap: number;
  /** SH[1:0], bits [9:8]: 3 Inner Shareable for every type; 0 with LPA2, where VTCR_EL2 has it. */
  readonly sh: number;
  /** Access flag, bit 10: always set. */
  readonly af: 1;
  /** XN[1:0], bits [54:53]: 0 executable, 1 at EL0 only, 2 not, 3 at EL1 only. */
  readonly xn: number;
  /** Bits [58:55]. */
  readonly software: number;
  /** All of them in place, as 0x and 16 digits: `BigInt(word)` is the value. */
  readonly word: string;
}

/** `leaf` is null where the prot bits are refused with EINVAL. */
export interface Stage2AttributesDecision extends DecisionOf<
  'stage2Attributes',
  'accepted' | 'refused'
> {
  readonly leaf: LeafAttributes | null;
}

/** The question, its fields and its rules. */
export const STAGE2_ATTRIBUTES: Asked<typeof ATTRIBUTES_FIELDS, Stage2AttributesDecision> = {
  question: 'stage2Attributes',
  fields: ATTRIBUTES_FIELDS,
  nothing: { leaf: null },
  wrong: attributesWrong,
  decide: (q, rules, trace) => {
    if (!protAccepted(q, q.xnx, rules, trace)) {
      return { verdict: 'refused', ret: -ERRNO.EINVAL, leaf: null };
    }
    return { verdict: 'accepted', ret: 0, leaf: leafOf(q, rules, trace) };
  },
};

/**
 * The leaf attributes that prot bits become: `stage2_set_prot_attr()`. Source: CODE734, evaluated
 * on all prot bits; for v6.16 and v6.17 the code of 6.12, which decides alike (read). FWB: H-FWB.
 * The flags of a pKVM host's own stage 2: H-NOFWB, H-ASS1.
 */
export function stage2Attributes(
  kernel: KernelName,
  input: Stage2AttributesInput,
): Stage2AttributesDecision {
  return ask(STAGE2_ATTRIBUTES, kernel, input);
}

function leafOf(q: AttributesQuery, rules: NamedRules, trace: Trace): LeafAttributes {
  const { fwb, exec, lpa2, software } = q;
  const { pgtable, source } = rules;
  const memType: MemType = q.device ? 'DEVICE' : q.normalNc ? 'NORMAL_NC' : 'NORMAL';
  const { hostFlag } = pgtable;
  const memAttr = trace.ask(
    'KVM_S2_MEMATTR(pgt, attr)',
    SET_PROT,
    { memType, fwb, [hostFlag]: q[hostFlag] },
    memAttrIn(q, memType),
    source.pgtable,
  );
  const xn = pgtable.execLevels ? 'FIELD_PREP(KVM_PTE_LEAF_ATTR_HI_S2_XN, xn)' : XN_BIT;
  const where = pgtable.execLevels ? 'stage2_set_xn_attr' : SET_PROT;
  trace.ask(xn, where, { exec }, xnOf(exec), source.pgtable);
  const s2ap = permissionsOf(q, source.pgtable, trace);
  const sh = lpa2 ? 0 : 3;
  trace.ask('!kvm_lpa2_is_enabled()', SET_PROT, { lpa2 }, !lpa2, source.pgtable);
  const sw = 'attr |= prot & KVM_PTE_LEAF_ATTR_HI_SW';
  trace.ask(sw, SET_PROT, { software }, software, source.pgtable);
  const fields = { memAttr, s2ap, sh, af: 1, xn: xnOf(exec), software } as const;
  return { ...fields, word: wordOf(fields) };
}

/** S2AP[1:0]: bit 0 grants reads, bit 1 writes. */
function permissionsOf({ r, w }: AttributesQuery, source: readonly string[], trace: Trace): number {
  const read = trace.ask('prot & KVM_PGTABLE_PROT_R', SET_PROT, { r }, r, source);
  const write = trace.ask('prot & KVM_PGTABLE_PROT_W', SET_PROT, { w }, w, source);
  return (read ? 1 : 0) | (write ? 2 : 0);
}

const SET_PROT = 'stage2_set_prot_attr';
const XN_BIT = 'attr |= KVM_PTE_LEAF_ATTR_HI_S2_XN';

/** MT_S2_AS_S1 is 0xf, MT_S2_FWB_AS_S1 is 7: both leave stage 1 as it is. */
function memAttrIn({ fwb, noFwb, asStage1 }: AttributesQuery, memType: MemType): number {
  if (asStage1) return fwb ? 7 : 0xf;
  return memAttrOf(memType, fwb && !noFwb);
}

function wordOf(leaf: Omit<LeafAttributes, 'word'>): string {
  const low = (leaf.memAttr << 2) | (leaf.s2ap << 6) | (leaf.sh << 8) | (leaf.af << 10);
  return wordHex(BigInt(low) | (BigInt(leaf.xn) << 53n) | (BigInt(leaf.software) << 55n));
}
