import { bitsAt } from '../bits/put.ts';
import type { Granule, LeafReading } from './options.ts';

/** Where a descriptor stands, and how wide addresses are: alike in both stages. */
export type LeafPlace = Pick<LeafReading, 'granule' | 'level' | 'lpa2'>;

const GRANULE_BITS: Readonly<Record<Granule, number>> = { '4K': 12, '16K': 14, '64K': 16 };

/** Log2 of the granule: a page, and a table. */
export function granuleBits(granule: Granule): number {
  return GRANULE_BITS[granule];
}

/**
 * Log2 of what a leaf maps, or null where the level has no leaf. Each level resolves three bits
 * less than the granule. Blocks of level 0 (4K) and level 1 (16K, 64K) need 52-bit addresses.
 * Source: ARM-ARM, table D8-53.
 */
export function leafBits({ granule, level, lpa2 }: LeafPlace): number | null {
  const first = lpa2 ? LEAF_LEVEL_52[granule] : LEAF_LEVEL_48[granule];
  if (level < first) return null;
  const page = granuleBits(granule);
  return page + (3 - level) * (page - 3);
}

const LEAF_LEVEL_48: Readonly<Record<Granule, number>> = { '4K': 1, '16K': 2, '64K': 2 };
const LEAF_LEVEL_52: Readonly<Record<Granule, number>> = { '4K': 0, '16K': 1, '64K': 1 };

/** Bits of an output address. */
export function addressBits({ lpa2 }: LeafPlace): number {
  return lpa2 ? 52 : 48;
}

/** With VTCR_EL2.DS = 1 bits [9:8] hold address bits [51:50]; the 64K granule has no DS. */
export function hasDs({ granule, lpa2 }: LeafPlace): boolean {
  return lpa2 && granule !== '64K';
}

/** With 64K and FEAT_LPA bits [15:12] hold address bits [51:48]. */
export function hasLpa({ granule, lpa2 }: LeafPlace): boolean {
  return lpa2 && granule === '64K';
}

const bits = (word: bigint, hi: number, lo: number) => bitsAt(word, { hi, lo });

/** The address in a descriptor, aligned to `low` bits. */
export function addressIn(word: bigint, low: number, o: LeafPlace): bigint {
  const address = bits(word, 47, low) << BigInt(low);
  if (hasDs(o)) return address | (bits(word, 49, 48) << 48n) | (bits(word, 9, 8) << 50n);
  return hasLpa(o) ? address | (bits(word, 15, 12) << 48n) : address;
}

/** The bits of a descriptor that hold an address, which is aligned and in range. */
export function addressField(address: bigint, o: LeafPlace): bigint {
  const low = bits(address, 47, 0);
  if (hasDs(o)) return low | (bits(address, 49, 48) << 48n) | (bits(address, 51, 50) << 8n);
  return hasLpa(o) ? low | (bits(address, 51, 48) << 12n) : low;
}
