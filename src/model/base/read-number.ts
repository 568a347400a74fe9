/**
 * A number as it was written; or null, with what it could have meant: other spellings that are
 * clear, such as 0xff for a decimal 255. Empty where it is no number.
 */
export type NumberRead =
  | { readonly value: bigint; readonly meant?: undefined }
  | { readonly value: null; readonly meant: readonly string[] };

/** Nobody writes a longer number; what is longer is not looked at. */
const LONGEST = 200;

/**
 * A register, a byte or a descriptor of `bits` bits: hexadecimal with or without 0x; underscores
 * and spaces between digits, and a suffix of C or JavaScript, are let be. 0b means binary, unless
 * its digits are a hexadecimal number that fits as well.
 */
export function parseHex(text: string, bits: number): NumberRead {
  const digits = plain(text);
  const fits = (value: bigint | null): value is bigint =>
    value !== null && value < 1n << BigInt(bits);
  const hex = /^(?:0x)?[0-9a-f]+$/.test(digits) ? BigInt(`0x${digits.replace(/^0x/, '')}`) : null;
  const binary = asBinary(digits);
  if (digits.startsWith('0b') && fits(binary)) {
    return fits(hex) && hex !== binary ? asked([hex, binary]) : { value: binary };
  }
  if (fits(hex)) return { value: hex };
  if (digits.startsWith('0x')) return asked([]);
  return asked([asDecimal(digits), asBinary(`0b${digits}`)].filter(fits));
}

/**
 * A field of a few bits, such as MemAttr[3:0]: all its bits, or a number in hexadecimal, binary or
 * decimal notation where only one of them fits the field.
 */
export function parseBits(text: string, width: number): NumberRead {
  const digits = plain(text);
  if (digits.length === width && /^[01]+$/.test(digits)) return { value: BigInt(`0b${digits}`) };
  const read = parseHex(text, width);
  const [only, ...others] = read.meant ?? [];
  return only !== undefined && others.length === 0 ? { value: BigInt(only) } : read;
}

/**
 * A 64-bit value in any spelling; `decimal` is what the same digits are as a decimal number, null
 * where they cannot be one. Or null, with what it could have meant.
 */
export type WordRead =
  | { readonly value: bigint; readonly decimal: bigint | null }
  | { readonly value: null; readonly meant: readonly string[] };

/** Marks of direction and the like, and what a mail or a program puts around a number. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu;
const AROUND = /^[\s"'`([{<=:]+|[\s"'`)\]}>,;.]+$/g;

/**
 * Reads a 64-bit value in any spelling: as `parseHex` takes it, in quotes or brackets, negative as a
 * debugger prints a signed one, and decimal where the digits can be nothing else.
 */
export function parseWord(text: string): WordRead {
  if (text.length > LONGEST) return { value: null, meant: [] };
  const bare = text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace('−', '-')
    .replace(/[‘’“”´]/g, "'")
    .replace(AROUND, '');
  const digits = plain(bare);
  if (/^-\d{1,19}$/.test(digits) && BigInt(digits) >= -(1n << 63n))
    return { value: BigInt.asUintN(64, BigInt(digits)), decimal: null };
  const read = parseHex(bare, 64);
  if (read.value !== null)
    return { value: read.value, decimal: /^[1-9]\d+$/.test(digits) ? asDecimal(digits) : null };
  const [only, ...others] = read.meant;
  return only !== undefined && others.length === 0
    ? { value: BigInt(only), decimal: null }
    : { value: null, meant: read.meant };
}

/** A count, such as a level, a size or a page number: decimal, or with 0x or 0b before it. */
export function parseCount(text: string): NumberRead {
  const digits = plain(text);
  if (/^0x[0-9a-f]+$/.test(digits)) return { value: BigInt(digits) };
  const value = asBinary(digits) ?? (/^0./.test(digits) ? null : asDecimal(digits));
  if (value !== null) return { value };
  const decimal = asDecimal(digits);
  const hex = /^[0-9a-f]+$/.test(digits) ? BigInt(`0x${digits}`) : null;
  const spelt = hex === null ? [] : [`0x${hex.toString(16)}`];
  return { value: null, meant: decimal === null ? spelt : [String(decimal), ...spelt] };
}

/** What a number could have meant, as the end of a line; empty where it could have meant nothing. */
export function meantInWords({ meant = [] }: NumberRead): string {
  if (meant.length === 0) return '';
  return `; write ${meant.join(' or ')} if that is meant`;
}

/** Without what people put around and between digits; empty for what is too long. */
function plain(text: string): string {
  if (text.length > LONGEST) return '';
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<=[0-9a-f])(?:n|u?l{1,2}|u)$/, '')
    .replace(/(?<=[0-9a-fx])[_\s]+(?=[0-9a-f])/g, '');
}

function asBinary(digits: string): bigint | null {
  return /^0b[01]+$/.test(digits) ? BigInt(digits) : null;
}

function asDecimal(digits: string): bigint | null {
  return /^\d+$/.test(digits) ? BigInt(digits) : null;
}

function asked(values: readonly bigint[]): NumberRead {
  return { value: null, meant: [...new Set(values)].map((value) => `0x${value.toString(16)}`) };
}
