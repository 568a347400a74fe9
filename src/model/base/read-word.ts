import type { ModelError } from './error.ts';
import { BadInput } from './read-input.ts';
import { received } from './received.ts';

const ALL_ONES = 0xffff_ffff_ffff_ffffn;
const LONGEST = 1n << 128n;

/**
 * Reads a 64-bit value. A bigint from 0 to 2^64 - 1 is accepted, and a whole number as far as
 * a number is exact. `place` names the argument in the error.
 */
export function readWord(place: string, value: unknown): bigint | BadInput {
  if (typeof value === 'number') {
    const exact = Number.isSafeInteger(value) && value >= 0;
    return exact ? BigInt(value) : new BadInput(wordError('out-of-range', place, value));
  }
  if (typeof value !== 'bigint') return new BadInput(wordError('wrong-type', place, value));
  const fits = value >= 0n && value <= ALL_ONES;
  return fits ? value : new BadInput(wordError('out-of-range', place, value));
}

function wordError(code: 'wrong-type' | 'out-of-range', place: string, value: unknown): ModelError {
  return {
    code,
    received: `${place} = ${wordReceived(value)}`,
    expected: 'a 64-bit value: a bigint from 0n to 2n ** 64n - 1n, or a whole number below 2 ** 53',
    example: '0x84448004n',
    remedy: `Give ${place} as a bigint, such as 0x84448004n, or BigInt(text) for a text.`,
  };
}

/** Long bigints are not printed: their text takes time that grows with the square of the length. */
function wordReceived(value: unknown): string {
  if (typeof value !== 'bigint') return received(value);
  const short = value > -LONGEST && value < LONGEST;
  return short ? `${value}n (a bigint)` : 'a bigint of more than 128 bits';
}
