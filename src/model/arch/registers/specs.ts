import { CLIDR_EL1 } from './clidr-el1.ts';
import { CTR_EL0 } from './ctr-el0.ts';
import { ESR_EL1 } from './esr-el1.ts';
import { ESR_EL2 } from './esr-el2.ts';
import { FAR_EL2 } from './far-el2.ts';
import { HCR_EL2 } from './hcr-el2.ts';
import { HPFAR_EL2 } from './hpfar-el2.ts';
import { ID_AA64MMFR2_EL1 } from './id-aa64mmfr2-el1.ts';
import { MAIR_EL1 } from './mair-el1.ts';
import { VTCR_EL2 } from './vtcr-el2.ts';
import type { RegisterName } from './names.ts';
import type { RegisterSpec } from './register.ts';

/** The registers, by name. */
export const REGISTERS = {
  CLIDR_EL1,
  CTR_EL0,
  ESR_EL1,
  ESR_EL2,
  FAR_EL2,
  HCR_EL2,
  HPFAR_EL2,
  ID_AA64MMFR2_EL1,
  MAIR_EL1,
  VTCR_EL2,
} as const satisfies Readonly<Record<RegisterName, RegisterSpec>>;
