/** The registers that are worded, by key. */
export const REGISTERS = {
  mair: 'MAIR_EL1',
  ctr: 'CTR_EL0',
  mmfr2: 'ID_AA64MMFR2_EL1',
  hcr: 'HCR_EL2',
  vtcr: 'VTCR_EL2',
} as const;

export type RegisterKey = keyof typeof REGISTERS;
