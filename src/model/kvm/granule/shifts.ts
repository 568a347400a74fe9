/** log2 of what a 4K-granule table maps with one entry: PAGE_SHIFT, PMD_SHIFT, PUD_SHIFT. */
export const PAGE = 12;
export const PMD = 21;
export const PUD = 30;

/** CONT_PTE_SHIFT and CONT_PMD_SHIFT: runs of entries that a TLB may hold as one. */
export const CONT_PTE = 16;
export const CONT_PMD = 25;

/** Sizes that a stage-2 leaf of KVM has, as log2. */
export const LEAF_SHIFTS = [PAGE, PMD, PUD] as const;

/** Sizes that a VMA, or a leaf of a nested guest hypervisor, may offer, as log2. */
export const OFFERED_SHIFTS = [PAGE, CONT_PTE, PMD, CONT_PMD, PUD] as const;

/** log2 of the size of a leaf. */
export type LeafShift = (typeof LEAF_SHIFTS)[number];

/** log2 of an offered size. */
export type OfferedShift = (typeof OFFERED_SHIFTS)[number];

/** Pages in a block. */
export function pagesIn(shift: number): number {
  return 2 ** (shift - PAGE);
}

/** The kernel's name for a size. */
export function shiftName(shift: number): string {
  return NAMES[shift] ?? `2^${shift}`;
}

const NAMES: Readonly<Record<number, string>> = {
  [PAGE]: 'PAGE_SIZE',
  [CONT_PTE]: 'CONT_PTE_SIZE',
  [PMD]: 'PMD_SIZE',
  [CONT_PMD]: 'CONT_PMD_SIZE',
  [PUD]: 'PUD_SIZE',
};
