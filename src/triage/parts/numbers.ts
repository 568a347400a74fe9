/* Numbers in a text, and what a syndrome means, by the model: the part for texts that hold a number. */
export { faultKind, kindOfStatus, syndromeFacts } from '../numbers/abort.ts';
export { factsOfBare, numbersIn } from '../numbers/in-text.ts';
export { syndromeNotes } from '../numbers/syndromes.ts';
