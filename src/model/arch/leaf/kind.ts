import { leafBits, type LeafPlace } from './geometry.ts';

/** What the two lowest bits and the level make of a descriptor; of a leaf, log2 of what it maps. */
export type DescriptorKind =
  | { readonly type: 'invalid-descriptor' | 'table' | 'reserved' }
  | { readonly type: 'page' | 'block'; readonly low: number };

/**
 * The kind of a descriptor, alike in both stages: bit 0 clear is invalid; bit 1 set is a table above
 * level 3 and a page at it; any other is a block where the level has one, and else reserved.
 * Source: ARM-ARM, table D8-48.
 */
export function descriptorKind(word: bigint, place: LeafPlace): DescriptorKind {
  const last = place.level === 3;
  const bit1 = (word & 2n) !== 0n;
  if ((word & 1n) === 0n) return { type: 'invalid-descriptor' };
  if (!last && bit1) return { type: 'table' };
  const low = leafBits(place);
  if (low === null || (last && !bit1)) return { type: 'reserved' };
  return { type: last ? 'page' : 'block', low };
}
