import type { ExecAt } from '../pgtable/exec.ts';

/** Memory type that the prot bits ask for: none, KVM_PGTABLE_PROT_NORMAL_NC, KVM_PGTABLE_PROT_DEVICE. */
export type MemType = 'NORMAL' | 'NORMAL_NC' | 'DEVICE';

/** The operation on the stage-2 table at the end of a fault. */
export interface Mapping {
  /** `kvm_pgtable_stage2_map` or `kvm_pgtable_stage2_relax_perms`. */
  readonly action: 'map' | 'relaxPerms';
  readonly memType: MemType;
  /** MemAttr[3:0] of the new leaf, bits [5:2]; null for relaxPerms, where the leaf keeps its own. */
  readonly memAttr: number | null;
  /** KVM_PGTABLE_PROT_R. */
  readonly r: boolean;
  /** KVM_PGTABLE_PROT_W. */
  readonly w: boolean;
  /** KVM_PGTABLE_PROT_X; since v7.3 UX or PX. */
  readonly x: boolean;
  /** Where `x` permits execution: at EL0 and EL1, but for the shadow stage 2 of a nested guest. */
  readonly exec: ExecAt;
  /** Size and place, where the question gives `size`; else a page at the address that faulted. */
  readonly size: MappingSize | null;
  /** Level of the L1 leaf in SW1:SW0; 0 for relaxPerms, which keeps them; null without nesting. */
  readonly l1Level: number | null;
}

/** Size and place of a mapping. */
export interface MappingSize {
  /** log2 of the size; for relaxPerms that of the leaf that is there. */
  readonly shift: number;
  /** Pages from the start of the mapping to the address that faulted, in IPA space. */
  readonly ipaBack: number;
  /** The same distance between the PFNs; null for relaxPerms, which names no PFN. */
  readonly pfnBack: number | null;
}

/**
 * MemAttr[3:0] that `stage2_set_prot_attr()` writes, bits [5:2]. Only Normal depends on FWB:
 * MT_S2_NORMAL 0xf, MT_S2_FWB_NORMAL 6. Source: CODE734, H-FWB.
 */
export function memAttrOf(memType: MemType, fwb: boolean): number {
  if (memType === 'DEVICE') return 1;
  if (memType === 'NORMAL_NC') return 5;
  return fwb ? 6 : 0xf;
}
