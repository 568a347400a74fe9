/** What the options of a descriptor are where they are left out: Armv8.7, without 52-bit addresses. */
export const LEAF_DEFAULTS = {
  granule: '4K',
  lpa2: false,
  xnx: true,
  xs: true,
  bbml1: false,
  mtePerm: false,
} as const;
