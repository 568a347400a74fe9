import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { flag, integer, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { execField, type ExecAt } from './exec.ts';
import { oneBitError } from './one-bit.ts';

/** What `stage2Attributes` is asked: the prot bits of a leaf, and the table that it goes into. */
export interface Stage2AttributesInput {
  /** KVM_PGTABLE_PROT_DEVICE. */
  readonly device?: boolean;
  /** KVM_PGTABLE_PROT_NORMAL_NC. */
  readonly normalNc?: boolean;
  /** KVM_PGTABLE_PROT_R. */
  readonly r?: boolean;
  /** KVM_PGTABLE_PROT_W. */
  readonly w?: boolean;
  /** KVM_PGTABLE_PROT_UX and KVM_PGTABLE_PROT_PX. Default none. */
  readonly exec?: ExecAt;
  /** KVM_PGTABLE_PROT_SW0 to SW3, 0 to 15. */
  readonly software?: number;
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** LPA2 is in use (VTCR_EL2.DS): bits [9:8] of the descriptor hold address bits. */
  readonly lpa2?: boolean;
  /** System capability ARM64_HAS_XNX; not used before v7.3. */
  readonly xnx?: boolean;
  /** KVM_PGTABLE_S2_NOFWB: stage 2 of a pKVM host itself, v6.16 and v6.17. */
  readonly noFwb?: boolean;
  /** KVM_PGTABLE_S2_AS_S1: stage 2 of a pKVM host itself, v7.3. */
  readonly asStage1?: boolean;
}

export const ATTRIBUTES_FIELDS = [
  flag('device', 'KVM_PGTABLE_PROT_DEVICE'),
  flag('normalNc', 'KVM_PGTABLE_PROT_NORMAL_NC'),
  flag('r', 'KVM_PGTABLE_PROT_R'),
  flag('w', 'KVM_PGTABLE_PROT_W'),
  execField('exec', 'KVM_PGTABLE_PROT_UX and KVM_PGTABLE_PROT_PX'),
  integer('software', 'KVM_PGTABLE_PROT_SW0 to SW3', 0, 15, { default: 0 }),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  flag('lpa2', 'LPA2 is in use'),
  flag('xnx', 'ARM64_HAS_XNX'),
  flag('noFwb', 'KVM_PGTABLE_S2_NOFWB, of the pKVM host itself'),
  flag('asStage1', 'KVM_PGTABLE_S2_AS_S1, of the pKVM host itself'),
] as const;

export type AttributesQuery = ReadOf<typeof ATTRIBUTES_FIELDS>;

/** What the kernel asked about does not have. */
export function attributesWrong(q: AttributesQuery, rules: NamedRules): ModelError | null {
  const foreign = rules.pgtable.hostFlag === 'noFwb' ? 'asStage1' : 'noFwb';
  if (!q[foreign]) return oneBitError('exec', q.exec, rules);
  const wanted = `false for ${rules.name}, whose flag is ${rules.pgtable.hostFlag}`;
  const remedy = 'Leave it out, or ask about another kernel.';
  return inputError('not-in-kernel', foreign, true, wanted, `${foreign}: false`, remedy);
}
