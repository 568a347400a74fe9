import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { BadInput } from '../../base/read-input.ts';
import { readWord, wordHex } from '../../base/word.ts';
import { split } from '../bits/split.ts';
import { CLIDR_EL1 } from './clidr-el1.ts';
import { CTR_EL0 } from './ctr-el0.ts';
import { ESR_EL2 } from './esr-el2.ts';
import { FAR_EL2 } from './far-el2.ts';
import { HCR_EL2 } from './hcr-el2.ts';
import { HPFAR_EL2 } from './hpfar-el2.ts';
import { ID_AA64MMFR2_EL1 } from './id-aa64mmfr2-el1.ts';
import { MAIR_EL1 } from './mair-el1.ts';
import type { Register, RegisterSpec } from './register.ts';
import { VTCR_EL2 } from './vtcr-el2.ts';

const REGISTERS = {
  CLIDR_EL1,
  CTR_EL0,
  ESR_EL2,
  FAR_EL2,
  HCR_EL2,
  HPFAR_EL2,
  ID_AA64MMFR2_EL1,
  MAIR_EL1,
  VTCR_EL2,
} as const satisfies Readonly<Record<string, RegisterSpec>>;

/** A register that the model knows. */
export type RegisterName = keyof typeof REGISTERS;

/** The registers that the model knows, by name. */
export const REGISTER_NAMES = Object.keys(REGISTERS) as readonly RegisterName[];

/**
 * Decodes the value of a register: every field with its bits, its value and what the value says.
 * Reserved bits that are set and reserved values are findings beside the full decode. A name that
 * the model does not know, or a value that is not 64 bits, gives an error and no fields.
 * Source: ARM-ARM, the description of each register.
 */
export function decodeRegister(name: RegisterName, value: bigint | number): Register {
  if (typeof name !== 'string' || !Object.hasOwn(REGISTERS, name)) {
    return refusal(null, 'unknown register', unknownRegister(name));
  }
  const spec: RegisterSpec = REGISTERS[name];
  const word = readWord('value', value);
  if (word instanceof BadInput) return refusal(name, spec.title, word.error);
  const layout = typeof spec.layout === 'function' ? spec.layout(word) : spec.layout;
  const { fields, findings } = split(word, layout);
  const { title, source } = spec;
  return { kind: 'register', name, title, value: wordHex(word), fields, findings, source };
}

function refusal(name: string | null, title: string, error: ModelError): Register {
  return {
    kind: 'register',
    name,
    title,
    value: null,
    fields: [],
    findings: [],
    source: ['ARM-ARM'],
    error,
  };
}

function unknownRegister(name: unknown): ModelError {
  const names = REGISTER_NAMES.map((known) => `'${known}'`).join(', ');
  const wanted = `one of ${names}`;
  const code = typeof name === 'string' ? 'unknown-choice' : 'wrong-type';
  return inputError(code, 'name', name, wanted, "'CTR_EL0'", `Ask about ${wanted}.`);
}
