/* What registers mean, by the rules of each, which are parts of their own. */
export { bitsOf } from '../numbers/bits.ts';
export { registerNotes } from '../numbers/registers.ts';
