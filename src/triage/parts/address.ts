/* Where a guest faulted, by the model: the part for texts that hold HPFAR_EL2. */
export { addressNotes, faultAddress } from '../numbers/address.ts';
