import type { BitField } from 'stage-two';

/** The bits of a value that its fields leave out or have twice; empty where each is there once. */
export function bitsNotOnce(fields: readonly BitField[]): number[] {
  const count = Array.from({ length: 64 }, () => 0);
  for (const { hi, lo } of fields) {
    for (let bit = lo; bit <= hi; bit++) count[bit] = (count[bit] ?? 0) + 1;
  }
  return count.flatMap((times, bit) => (times === 1 ? [] : [bit]));
}

/** The value that the fields stand for together. */
export function assembled(fields: readonly BitField[]): bigint {
  return fields.reduce((word, { hex, lo }) => word | (BigInt(hex) << BigInt(lo)), 0n);
}

/** Whether the fields stand in the order of the manual, highest bits first. */
export function highestFirst(fields: readonly BitField[]): boolean {
  return fields.every(({ hi }, i) => i === 0 || hi < (fields[i - 1]?.lo ?? 0));
}
