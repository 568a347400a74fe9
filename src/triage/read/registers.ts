import { FaultGroup } from './fault-group.ts';
import type { Line } from './lines.ts';
import { OF_LEAF, OF_REGISTER } from './near-numbers.ts';
import type { Notebook } from './notebook.ts';

/** Words of kernels before a number, which they print in hexadecimal, eight digits at least. */
const WORDS = /abort|address|serror|fault|internal error/;
const LONG = /[0-9a-f]{8}/;
/** Digits of a descriptor. */
const HEX = /0x[0-9a-f_]{5}|[0-9a-f]{16}/;
/** A number that is all of a text. */
const BARE = /^\W{0,3}(0x[0-9a-f_]{8,24})\W{0,3}$/i;

/** Registers whose bits are facts of their own. */
const HAS_BITS: ReadonlySet<string> = new Set(['ctr', 'mmfr2', 'hcr']);

/** Whether a line can hold a register, a field of one or a descriptor. */
function holdsNumber(text: string): boolean {
  const low = text.toLowerCase();
  return (
    (OF_REGISTER.test(low) && (/\d/.test(low) || LONG.test(low))) ||
    (WORDS.test(low) && LONG.test(low)) ||
    (OF_LEAF.test(low) && HEX.test(low))
  );
}

/** Registers, the fields of a syndrome and descriptors of stage 2, in the spellings of logs and debuggers. */
export function readRegisters(lines: readonly Line[], book: Notebook): void {
  const group = new FaultGroup(book);
  for (const { text, low, number, command } of lines) {
    if (command !== null && !low.includes('0x')) continue;
    const numbers = book.once(holdsNumber, text) ? book.parts.get('numbers') : null;
    if (numbers === null) continue;
    const { facts, named } = book.once(numbers.numbersIn, text);
    for (const [key, value] of facts) book.fact(key, value, number);
    for (const { key, value } of named) {
      group.take(key, value, number);
      if (!HAS_BITS.has(key)) continue;
      const bits = book.parts.get('registers')?.bitsOf(key, value) ?? [];
      for (const [fact, bit] of bits) book.fact(fact, bit, number);
    }
  }
  group.end();
  readBare(lines, book);
}

/** A number that is all of a short text. */
function readBare(lines: readonly Line[], book: Notebook): void {
  const said = lines.filter(({ text }) => /\w/.test(text));
  const [only] = said;
  const digits = said.length === 1 ? BARE.exec(only?.text ?? '')?.[1] : undefined;
  if (!only || digits === undefined) return;
  const facts = book.parts.get('numbers')?.factsOfBare(digits) ?? [];
  for (const [key, text] of facts) book.fact(key, text, only.number);
}
