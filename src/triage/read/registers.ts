import type { Facts } from '../numbers/in-text.ts';
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

/** Whether a line in small letters can hold a register, a field of one or a descriptor. */
function holdsNumber(low: string): boolean {
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
    const numbers = book.once(holdsNumber, low) ? book.parts.get('numbers') : null;
    if (numbers === null) continue;
    const { facts, named } = book.once(numbers.numbersIn, text);
    write(facts, number, book);
    for (const { key, value } of named) {
      group.take(key, value, number);
      for (const [name, bit] of numbers.bitsOf(key, value))
        book.fact(name.toLowerCase(), bit, number);
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
  write(facts, only.number, book);
}

/** Writes numbers down, and with a syndrome what it says. */
function write(facts: Facts, line: number, book: Notebook): void {
  for (const [key, value] of facts) {
    book.fact(key, value, line);
    const syndrome = key === 'esr' ? book.parts.get('syndrome') : null;
    if (syndrome === null) continue;
    for (const [name, part] of book.once(syndrome.syndromeFacts, value))
      book.fact(name, part, line);
  }
}
