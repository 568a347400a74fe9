/** Whether two ranges have an address in common. */
export function overlaps(
  a: bigint | null,
  aLength: bigint | null,
  b: bigint | null,
  bLength: bigint | null,
): boolean {
  if (a === null || aLength === null || b === null || bLength === null) return false;
  return a < b + bLength && b < a + aLength;
}
