/** A number as logs write it, for use inside a regular expression. */
export const NUMBER = '(?:0x[0-9a-f_]{1,40}|[0-9a-f][0-9a-f_]{0,39})';

/* What reads a number for the API words each fault of it; that is too much to load for a pasted text. */
const asHex = (plain: string): bigint | null =>
  /^(?:0x)?[0-9a-f]{1,40}$/i.test(plain) ? BigInt(`0x${plain.replace(/^0x/i, '')}`) : null;

/** A count, an address or a size: decimal, or with 0x; digits with a letter among them are hexadecimal. */
export function countOf(text: string): bigint | null {
  const plain = text.trim().replaceAll('_', '');
  if (/^(?:0|[1-9]\d{0,39})$/.test(plain)) return within(BigInt(plain));
  return /^0\d+$|[a-fx]/i.test(plain) ? within(asHex(plain)) : null;
}

/**
 * A register: with 0x, with a letter, or padded with zeros it is hexadecimal, and so is one of
 * `digits` digits, as the kernel prints it without 0x. Other digits are decimal, as a debugger
 * prints them.
 */
export function wordOf(text: string, digits: number | null = null): bigint | null {
  const plain = text.trim().replaceAll('_', '').toLowerCase();
  const decimal = /^[1-9]\d{0,39}$/.test(plain) && plain.length !== digits;
  return within(decimal ? BigInt(plain) : asHex(plain));
}

/** A number as an answer shows it. */
export function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

function within(value: bigint | null): bigint | null {
  return value !== null && value < 1n << 64n ? value : null;
}
