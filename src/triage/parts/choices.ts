/* How a choice beside the text is read: the part for who chose something. */
export { isBad, readChoice } from '../choices.ts';
export { conflicts } from '../conflicts.ts';
