/** A whole number as people write it: 255, 0xff or 0b11111111; null for anything else. */
export function wholeNumber(text: string): number | null {
  return /^(?:\d+|0x[0-9a-f]+|0b[01]+)$/i.test(text) ? Number(text) : null;
}
