/* What a syndrome means, by the model: the part for texts that hold one, or a status. */
export { faultKind, kindOfStatus, syndromeFacts } from '../numbers/abort.ts';
export { syndromeNotes } from '../numbers/syndromes.ts';
