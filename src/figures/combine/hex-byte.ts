import { BYTE, readHex } from '../form/read-hex.ts';
import { hex } from './stages.ts';

/** A byte as it was typed, in the form of the state; or a line that says what is wrong with it. */
export type HexByte = { readonly byte: string } | { readonly problem: string };

/** hexByte reads what a reader typed: one or two hex digits, with or without 0x. */
export function hexByte(typed: string, shown: string): HexByte {
  const read = readHex(typed, BYTE, shown);
  return 'problem' in read ? read : { byte: hex(Number(read.value)) };
}
