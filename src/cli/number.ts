/** A whole number as people write it: 255, 0xff or 0b11111111; null for anything else. */
export function wholeNumber(text: string): number | null {
  return /^(?:\d+|0x[0-9a-f]+|0b[01]+)$/i.test(text) ? Number(text) : null;
}

/** A 64-bit value, written in the same ways; null for anything else. */
export function word64(text: string): bigint | null {
  if (wholeNumber(text) === null || text.length > 70) return null;
  const value = BigInt(text.toLowerCase());
  return value < 1n << 64n ? value : null;
}
