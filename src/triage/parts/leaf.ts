/* What a descriptor of stage 2 means, by the model: the part for texts that hold one. */
export { leafNotes } from '../numbers/leaf.ts';
