import { meantInWords, parseCount, parseHex, type NumberRead } from '../model/index.ts';
import { clip } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A level, a size or another plain count: decimal, or with 0x or 0b; null for anything else. */
export function wholeNumber(text: string): number | null {
  const { value } = parseCount(text);
  return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

/** A 64-bit value, in hexadecimal with or without 0x. */
export function word64(text: string, wanted: string, example: string): bigint | UsageError {
  const read = parseHex(text, 64);
  return read.value ?? notRead(clip(text), wanted, read, example);
}

/** The error for a number that was not understood, with what it could have meant. */
export function notRead(
  got: string,
  wanted: string,
  read: NumberRead,
  example: string,
): UsageError {
  return new UsageError(got, `${wanted}${meantInWords(read).replace(/^;/, ',')}`, example);
}
