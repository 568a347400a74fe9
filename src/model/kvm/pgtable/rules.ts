/** What the page-table code of a kernel can express (arch/arm64/kvm/hyp/pgtable.c). */
export interface PgtableRules {
  /** UX and PX are told apart, as XN[1:0]; else one X bit covers EL0 and EL1. */
  readonly execLevels: boolean;
  /** The flag that only the stage 2 of a pKVM host itself carries, not that of a guest. */
  readonly hostFlag: 'noFwb' | 'asStage1';
}

/** What a question about page tables uses of a kernel. */
export interface PgtableKernel {
  readonly name: string;
  readonly pgtable: PgtableRules;
}

/** v6.16 and v6.17: KVM_PGTABLE_S2_NOFWB, one X bit. */
export const ONE_X_BIT: PgtableRules = { execLevels: false, hostFlag: 'noFwb' };

/** v7.3: KVM_PGTABLE_S2_AS_S1, UX and PX. */
export const UX_AND_PX: PgtableRules = { execLevels: true, hostFlag: 'asStage1' };
