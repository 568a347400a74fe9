import { split, type Split } from '../bits/split.ts';
import type { RegisterSpec } from './register.ts';

/**
 * The fields of a 64-bit value as one register has them, such as `CTR_EL0`: `decodeRegister` for who
 * knows which register it is, so that a page brings the rules of that one alone. Bits above 63 are left out.
 */
export function registerFields({ layout }: RegisterSpec, value: bigint): Split {
  const word = BigInt.asUintN(64, value);
  return split(word, typeof layout === 'function' ? layout(word) : layout);
}
