import { layout } from '../bits/layout.ts';
import type { RegisterSpec } from './register.ts';

/** The IPA that FIPA stands for: the field holds it without its low 12 bits. */
export function fipaAddress(fipa: number): bigint {
  return BigInt(fipa) << 12n;
}

/**
 * HPFAR_EL2. FIPA is IPA[55:12] with FEAT_D128, IPA[51:12] with FEAT_LPA, otherwise IPA[47:12];
 * the bits above are then RES0. NS is RES0 in Non-secure and Realm state.
 * Source: ARM-ARM, HPFAR_EL2.
 */
export const HPFAR_EL2: RegisterSpec = {
  title: 'Hypervisor IPA Fault Address Register',
  source: ['ARM-ARM'],
  layout: layout(
    `
    63    NS   FEAT_SEL2 | IPA space of a fault taken to Secure EL2 | 0 Secure, or taken elsewhere | 1 Non-secure
    62:48 RES0
    47:4  FIPA | faulting IPA, bits [55:12]
    3:0   RES0
    `,
    { FIPA: (fipa) => `IPA 0x${fipaAddress(fipa).toString(16)}` },
  ),
};
