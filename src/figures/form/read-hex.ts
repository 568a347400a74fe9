import { meantInWords, parseHex } from '../../model/index.ts';
import { quoted } from './field.ts';

/** What a field for a hexadecimal number takes. */
export interface HexField {
  /** What the number is, with no article: byte, 64-bit value. */
  readonly noun: string;
  readonly digits: number;
  /** What it takes, with an example. */
  readonly expected: string;
}

/** One byte of MAIR_EL1. */
export const BYTE: HexField = { noun: 'byte', digits: 2, expected: '00 to FF, such as 0x44' };

/** The number that was typed, or a line that says what is wrong with it. */
export type HexRead = { readonly value: bigint } | { readonly problem: string };

/** readHex reads what a reader typed, as the terminal does; `shown` stays on the figure. */
export function readHex(typed: string, field: HexField, shown: string): HexRead {
  const { noun, digits, expected } = field;
  const read = parseHex(typed, 4 * digits);
  if (read.value !== null) return { value: read.value };
  const what = typed.trim() === '' ? 'Nothing' : quoted(typed);
  const problem = `${what} is no ${noun}; expected ${expected}${meantInWords(read)}.`;
  return { problem: `${problem} The figure shows ${shown}.` };
}
