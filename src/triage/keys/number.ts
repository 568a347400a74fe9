import { parseCount, parseHex } from '../../model/index.ts';

/** A number as logs write it, for use inside a regular expression. */
export const NUMBER = '(?:0x[0-9a-f_]{1,40}|[0-9a-f][0-9a-f_]{0,39})';

/** A count, an address or a size: decimal, or with 0x; digits with a letter among them are hexadecimal. */
export function countOf(text: string): bigint | null {
  const plain = text.replaceAll('_', '');
  const count = parseCount(plain).value;
  if (count !== null) return within(count);
  const zeros = /^0\d+$/.test(plain);
  return zeros || /[a-f]/i.test(plain) ? within(parseHex(plain, 64).value) : null;
}

/**
 * A register: with 0x, with a letter, or padded with zeros it is hexadecimal, and so is one of
 * `digits` digits, as the kernel prints it without 0x. Other digits are decimal, as a debugger
 * prints them.
 */
export function wordOf(text: string, digits: number | null = null): bigint | null {
  const plain = text.replaceAll('_', '').toLowerCase();
  const decimal = /^[1-9]\d*$/.test(plain) && plain.length !== digits;
  return within(decimal ? parseCount(plain).value : parseHex(plain, 64).value);
}

/** A number as an answer shows it. */
export function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

function within(value: bigint | null): bigint | null {
  return value !== null && value < 1n << 64n ? value : null;
}
