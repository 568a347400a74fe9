const ALL_ONES = 0xffff_ffff_ffff_ffffn;

/** Where a field stands: its highest and its lowest bit. */
export interface Place {
  readonly hi: number;
  readonly lo: number;
}

/** One field of a 64-bit value, as a number of its own. */
export const bitsAt = (word: bigint, { hi, lo }: Place): bigint =>
  BigInt.asUintN(hi - lo + 1, word >> BigInt(lo));

/**
 * A 64-bit value with one of its fields set to `value`, all other bits as they were. What of `value` does
 * not fit the field is cut off.
 */
export function putBits(word: bigint, { hi, lo }: Place, value: bigint): bigint {
  const width = hi - lo + 1;
  const mask = ((1n << BigInt(width)) - 1n) << BigInt(lo);
  return (word & ALL_ONES & ~mask) | (BigInt.asUintN(width, value) << BigInt(lo));
}
