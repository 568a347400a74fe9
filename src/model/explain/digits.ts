/** A number as 0x and two digits at least. */
export function hex(value: unknown): string {
  return `0x${Number(value).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A four-bit field as 0b and its bits. */
export function bits(value: unknown): string {
  return `0b${Number(value).toString(2).padStart(4, '0')}`;
}
