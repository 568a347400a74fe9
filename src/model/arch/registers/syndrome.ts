import { split } from '../bits/split.ts';
import type { BitField } from '../bits/bit-field.ts';
import { ESR_EL1 } from './esr-el1.ts';
import { ESR_EL2, exceptionClass } from './esr-el2.ts';
import { abortClass } from './esr/exception-class.ts';

/**
 * The fields of a syndrome by its own class: an abort that did not change the Exception level is one of
 * ESR_EL1, every other one of ESR_EL2. The fields are those of `decodeRegister`; no other register
 * is needed for them, so a page that shows a syndrome alone stays small. Bits above 63 are left out.
 * Source: ARM-ARM, ESR_EL1 and ESR_EL2.
 */
export function syndromeFields(esr: bigint): readonly BitField[] {
  const word = BigInt.asUintN(64, esr);
  const same = abortClass(exceptionClass(word))?.lower === false;
  const { layout } = same ? ESR_EL1 : ESR_EL2;
  return split(word, typeof layout === 'function' ? layout(word) : layout).fields;
}
