import type { ModelError } from '../../base/error.ts';
import { BadInput } from '../../base/read-input.ts';
import { readWord } from '../../base/read-word.ts';
import { wordHex } from '../../base/word.ts';
import type { RegisterName } from './names.ts';
import type { Register, RegisterSpec } from './register.ts';
import { registerFields } from './register-fields.ts';
import { registerNamed } from './register-named.ts';
import { REGISTERS } from './specs.ts';

/**
 * Decodes the value of a register: every field with its bits, its value and what the value says.
 * Reserved bits that are set and reserved values are findings beside the full decode. The name may be
 * written as people write it. A name that the model does not know, or a value that is not 64 bits, gives an error and no fields.
 * Source: ARM-ARM, the description of each register.
 */
export function decodeRegister(
  name: RegisterName | (string & Record<never, never>),
  value: bigint | number,
): Register {
  const { register, error } = registerNamed(name);
  if (register === null) return refusal(null, 'unknown register', error);
  const spec: RegisterSpec = REGISTERS[register];
  const word = readWord('value', value);
  if (word instanceof BadInput) return refusal(register, spec.title, word.error);
  const { fields, findings } = registerFields(spec, word);
  const { title, source } = spec;
  return {
    kind: 'register',
    name: register,
    title,
    value: wordHex(word),
    fields,
    findings,
    source,
  };
}

function refusal(name: string | null, title: string, error: ModelError | undefined): Register {
  return {
    kind: 'register',
    name,
    title,
    value: null,
    fields: [],
    findings: [],
    source: ['ARM-ARM'],
    ...(error && { error }),
  };
}
