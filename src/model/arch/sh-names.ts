/** NSH Non-shareable, OSH Outer Shareable, ISH Inner Shareable. */
export type Shareability = 'NSH' | 'OSH' | 'ISH';

/** Names for the values of an SH field: 00, 01, 10, 11. 01 is reserved. */
export const SH_NAMES = ['NSH', 'reserved', 'OSH', 'ISH'] as const;

/** What the architecture permits for the reserved value SH = 01 (ARM-ARM). */
export const SH_PERMITTED = 'any of NSH, ISH, OSH';

/** The shareabilities that a reserved SH value may act as, in the order of SH_PERMITTED. */
export const SH_CANDIDATES: readonly Shareability[] = ['NSH', 'ISH', 'OSH'];
