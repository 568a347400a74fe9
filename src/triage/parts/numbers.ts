/* What numbers in a text mean, by the model: the part for texts that hold one. */
export { faultAddress, faultKind, kindOfStatus, syndromeFacts } from '../numbers/abort.ts';
export { decodedNotes } from '../numbers/decoded.ts';
export { factsOfBare, numbersIn } from '../numbers/in-text.ts';
