/* Numbers in a text, and what they say of the host: the part for texts that hold one. */
export { bitNotes, bitsOf } from '../numbers/bits.ts';
export { factsOfBare, numbersIn } from '../numbers/in-text.ts';
