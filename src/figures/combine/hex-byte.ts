import { quoted } from '../form/field.ts';
import { hex } from './stages.ts';

/** A byte as it was typed, in the form of the state; or a line that says what is wrong with it. */
export type HexByte = { readonly byte: string } | { readonly problem: string };

/** hexByte reads what a reader typed: one or two hex digits, with or without 0x. */
export function hexByte(typed: string, shown: string): HexByte {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,2})\s*$/i.exec(typed)?.[1];
  if (digits !== undefined) return { byte: hex(Number.parseInt(digits, 16)) };
  const what = typed.trim() === '' ? 'Nothing' : quoted(typed);
  return {
    problem: `${what} is no byte; expected 00 to FF, such as 0x44. The figure shows ${shown}.`,
  };
}
