import { fieldNamed, type BitField } from '../bits/bit-field.ts';
import { ESR_EL1 } from './esr-el1.ts';
import { ESR_EL2, exceptionClass } from './esr-el2.ts';
import { abortClass } from './esr/exception-class.ts';
import { faultStatus, type FaultKind } from './esr/fault-status.ts';
import { registerFields } from './register-fields.ts';

export type { FaultKind };

/** A syndrome taken apart. */
export interface Syndrome {
  /** The fields of `decodeRegister`. */
  readonly fields: readonly BitField[];
  /** The kind of fault that its status code names; null where it is no abort, or the code is reserved. */
  readonly fault: FaultKind | null;
}

/**
 * Decodes a syndrome by its own class: an abort that did not change the Exception level is one of
 * ESR_EL1, every other one of ESR_EL2. No other register is needed for it, so a page that shows a
 * syndrome alone stays small. Bits above 63 are left out. Source: ARM-ARM, ESR_EL1 and ESR_EL2.
 */
export function decodeSyndrome(esr: bigint): Syndrome {
  const word = BigInt.asUintN(64, esr);
  const same = abortClass(exceptionClass(word))?.lower === false;
  const { fields } = registerFields(same ? ESR_EL1 : ESR_EL2, word);
  const code = (fieldNamed(fields, 'DFSC') ?? fieldNamed(fields, 'IFSC'))?.value ?? null;
  return { fields, fault: code === null ? null : (faultStatus(code)?.kind ?? null) };
}
