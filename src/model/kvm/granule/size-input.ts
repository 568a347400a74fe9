import { flag, integer, number, optional, recordOrNull, type ReadOf } from '../../base/field.ts';
import { readFields } from '../../base/read-fields.ts';
import type { Reader } from '../../base/reader.ts';
import { MAX_PAGE } from '../vma/vma.ts';
import { LEAF_SHIFTS, OFFERED_SHIFTS, type LeafShift, type OfferedShift } from './shifts.ts';

/** What may make a mapping larger than a page. */
export interface SizeInput {
  /** log2 of what get_vma_page_shift() answers; `vmaPageShift` computes it. Default 12. */
  readonly vmaPageShift?: OfferedShift;
  /** log2 of the largest block that the memslot permits there. Default 30. */
  readonly slotMaxShift?: LeafShift;
  /** log2 of the leaf in the page table of user space, get_user_mapping_size(). Default 12. */
  readonly hostMappingShift?: LeafShift;
  /** The walk of that table has to be repeated. */
  readonly hostWalkFails?: boolean;
  /** log2 of the leaf that a permission fault hit; not asked for a translation fault. Default 12. */
  readonly faultGranuleShift?: LeafShift;
  /** Guest frame number of the fault, for the distances to the start of a block. Default 0. */
  readonly gfn?: number;
}

/** What `granule` shares with a fault. */
export const OFFER_FIELDS = [
  number('vmaPageShift', 'log2 of what the VMA offers', OFFERED_SHIFTS, { default: 12 }),
  number('slotMaxShift', 'log2 of the largest block of the memslot', LEAF_SHIFTS, { default: 30 }),
  number('hostMappingShift', 'log2 of the leaf of user space', LEAF_SHIFTS, { default: 12 }),
  flag('hostWalkFails', 'the walk to that leaf has to be repeated'),
  integer('gfn', 'guest frame number of the fault', 0, MAX_PAGE, { default: 0 }),
] as const;

const SIZE_FIELDS = [
  ...OFFER_FIELDS,
  number('faultGranuleShift', 'log2 of the leaf that faulted', LEAF_SHIFTS, { default: 12 }),
] as const;

export type SizeQuery = ReadOf<typeof SIZE_FIELDS>;

/** The field of a fault. */
export const SIZE_FIELD = optional(
  recordOrNull('size', 'what may make the mapping larger than a page', SIZE_FIELDS),
);

/** Reads the sizes; null where the question leaves them out. */
export function readSize(r: Reader, raw: unknown): SizeQuery | null {
  if (raw === undefined || raw === null) return null;
  return readFields(r, SIZE_FIELDS, raw);
}
