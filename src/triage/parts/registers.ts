/* What registers and descriptors mean, by the model: the part for texts that hold one beside a syndrome. */
export { faultAddress } from '../numbers/address.ts';
export { bitsOf } from '../numbers/bits.ts';
export { registerNotes } from '../numbers/registers.ts';
