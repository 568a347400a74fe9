import { extract, halves } from '../../base/word.ts';
import type { FieldSpec } from '../bits/bit-field.ts';
import { layout } from '../bits/layout.ts';
import { abortIss, DATA_ISS2 } from './esr/abort.ts';
import { abortClass, EXCEPTION_CLASSES } from './esr/exception-class.ts';
import type { RegisterSpec } from './register.ts';

/** EC, bits [31:26] of ESR_EL2. */
export function exceptionClass(esr: bigint): number {
  return extract(halves(esr), 31, 26);
}

const TOP = layout('63:56 RES0');
const CLASS = layout(
  `
  31:26 EC | exception class
  25    IL | length of the instruction | 0 16 bits | 1 32 bits, or not an instruction
  `,
  { EC: (ec) => EXCEPTION_CLASSES.get(ec) ?? null },
);
const ISS2 = layout('55:32 ISS2 | further syndrome');
const ISS = layout('24:0 ISS | syndrome of this class');

/**
 * ESR_EL2. ISS and ISS2 depend on EC. Both are decoded for Data Aborts; for Instruction Aborts ISS
 * is, and ISS2 is left whole, because which of its bits they use was not verified; for the other
 * classes both are left whole. Source: ARM-ARM, ESR_EL2.
 */
export const ESR_EL2: RegisterSpec = {
  title: 'Exception Syndrome Register (EL2)',
  source: ['ARM-ARM'],
  layout: (value): readonly FieldSpec[] => {
    const abort = abortClass(exceptionClass(value));
    const iss2 = abort?.data === true ? DATA_ISS2 : ISS2;
    return [...TOP, ...iss2, ...CLASS, ...(abort === null ? ISS : abortIss(value, abort.data))];
  },
};
