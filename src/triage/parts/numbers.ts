/* Numbers in a text: the part for texts that hold one. */
export { factsOfBare, numbersIn } from '../numbers/in-text.ts';
