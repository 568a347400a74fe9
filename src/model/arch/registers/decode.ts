import { decodeWord, refusedRegister } from './decode-word.ts';
import { REGISTERS, type RegisterName } from './names.ts';
import type { Register } from './register.ts';
import { registerNamed } from './register-named.ts';

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
  if (register === null) return refusedRegister(null, 'unknown register', error);
  return decodeWord(register, REGISTERS[register], value);
}
