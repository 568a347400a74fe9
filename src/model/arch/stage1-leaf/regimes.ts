/**
 * The regimes with a stage 1, by how their descriptors are read: `EL1&0` and `EL2&0` (VHE) have two
 * privilege levels, `EL2` (HCR_EL2.E2H = 0) and `EL3` have one. Source: SAIL94.
 */
export const STAGE1_REGIMES = ['EL1&0', 'EL2&0', 'EL2', 'EL3'] as const;

/** A regime with a stage 1. */
export type Stage1Regime = (typeof STAGE1_REGIMES)[number];

/** EL0 has permissions of its own, and translations can belong to one address space. */
export function hasTwoPrivileges(regime: Stage1Regime): boolean {
  return regime === 'EL1&0' || regime === 'EL2&0';
}
