/** The registers that the model knows, by name. */
export const REGISTER_NAMES = [
  'CLIDR_EL1',
  'CTR_EL0',
  'ESR_EL1',
  'ESR_EL2',
  'FAR_EL2',
  'HCR_EL2',
  'HPFAR_EL2',
  'ID_AA64MMFR2_EL1',
  'MAIR_EL1',
  'VTCR_EL2',
] as const;

/** A register that the model knows. */
export type RegisterName = (typeof REGISTER_NAMES)[number];
