import type { Place } from '../bits/put.ts';

/**
 * Where the bits stand that tell what a host has for its caches, by register. The layouts of these
 * registers take them from here: who asks for the bits alone need not have the layouts.
 * Source: ARM-ARM, CTR_EL0, ID_AA64MMFR2_EL1, HCR_EL2.
 */
export const HOST_BITS = {
  CTR_EL0: { DIC: { hi: 29, lo: 29 }, IDC: { hi: 28, lo: 28 } },
  ID_AA64MMFR2_EL1: { FWB: { hi: 43, lo: 40 } },
  HCR_EL2: { FWB: { hi: 46, lo: 46 } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Place>>>>;
