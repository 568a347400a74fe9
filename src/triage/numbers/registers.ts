import { registerFields, type BitField, type RegisterSpec } from '../../model/index.ts';
import { fieldsInWords } from './fields.ts';
import { allOf, type KnownNumbers } from './known.ts';
import { REGISTERS, type RegisterKey } from './names.ts';

/** What a register means, by the model, in a line for each of its values. */
export const registerNotes = (s: KnownNumbers, key: RegisterKey, spec: RegisterSpec): string[] =>
  allOf(s, key).map(({ value }) => {
    const { fields } = registerFields(spec, BigInt(value));
    const set = fields.filter((field) => isTelling(field, key)).map((field) => field.name);
    return `${REGISTERS[key]} ${value}: ${fieldsInWords(fields, set)}.`;
  });

/** Fields that are set; of the register of attributes those that differ from Device-nGnRnE. */
function isTelling({ name, value }: BitField, key: string): boolean {
  if (/^RES[01]$/.test(name)) return false;
  return value !== 0 || (key === 'ctr' && /^(?:DIC|IDC)$/.test(name)) || name === 'FWB';
}
