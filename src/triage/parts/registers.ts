/* What registers mean, by the rules of each, which are parts of their own. */
export { registerNotes } from '../numbers/registers.ts';
