/** A 64-bit value as two halves: bit operations on numbers are much faster than on bigints. */
export interface Word {
  /** Bits [63:32]. */
  readonly high: number;
  /** Bits [31:0]. */
  readonly low: number;
}

/** The two halves of a 64-bit value. */
export function halves(value: bigint): Word {
  return { high: Number(value >> 32n), low: Number(value & 0xffff_ffffn) };
}

/** All 64 bits as 0x and 16 digits. */
export function wordHex(value: bigint): string {
  return `0x${value.toString(16).padStart(16, '0')}`;
}

/** Bits [hi:lo] of a word. Exact for fields of up to 53 bits. */
export function extract(word: Word, hi: number, lo: number): number {
  if (lo >= 32) return Math.floor(word.high / 2 ** (lo - 32)) % 2 ** (hi - lo + 1);
  if (hi < 32) return Math.floor(word.low / 2 ** lo) % 2 ** (hi - lo + 1);
  return (word.high % 2 ** (hi - 31)) * 2 ** (32 - lo) + Math.floor(word.low / 2 ** lo);
}
