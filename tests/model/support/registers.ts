import { decodeRegister, fieldNamed, type RegisterName } from 'stage-two';

/** The value of a field of a register. */
export function value(
  register: RegisterName,
  word: bigint,
  field: string,
): number | null | undefined {
  return fieldNamed(decodeRegister(register, word).fields, field)?.value;
}

/** What the value of a field says. */
export function meaning(register: RegisterName, word: bigint, field: string): string | undefined {
  return fieldNamed(decodeRegister(register, word).fields, field)?.meaning;
}

/** The bits of each field, by name. */
export function positions(register: RegisterName, word: bigint): Record<string, string> {
  return Object.fromEntries(decodeRegister(register, word).fields.map((f) => [f.name, f.bits]));
}

/** The bits of the fields that `wanted` names, in its own form: 'NAME hi:lo, NAME bit'. */
export function placed(register: RegisterName, word: bigint, wanted: string): string {
  const at = positions(register, word);
  const names = wanted.split(', ').map((entry) => entry.split(' ')[0] ?? '');
  return names.map((name) => `${name} ${at[name]}`).join(', ');
}
