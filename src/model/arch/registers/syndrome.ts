import { decodeWord } from './decode-word.ts';
import { ESR_EL1 } from './esr-el1.ts';
import { ESR_EL2, exceptionClass } from './esr-el2.ts';
import { abortClass } from './esr/exception-class.ts';
import type { Register } from './register.ts';

/**
 * Decodes a syndrome by its own class alone: an abort that did not change the Exception level as
 * ESR_EL1, every other one as ESR_EL2. The fields are those of `decodeRegister`, and no other register
 * is needed for them. Source: ARM-ARM, ESR_EL1 and ESR_EL2.
 */
export function decodeSyndrome(esr: bigint): Register {
  const same = abortClass(exceptionClass(esr))?.lower === false;
  return same ? decodeWord('ESR_EL1', ESR_EL1, esr) : decodeWord('ESR_EL2', ESR_EL2, esr);
}
