import { registerFields, type BitField, type RegisterSpec } from '../../model/index.ts';
import { allOf, fieldsInWords, type KnownNumbers } from './known.ts';

/** The registers that are worded, by key. */
const REGISTERS = {
  mair: 'MAIR_EL1',
  ctr: 'CTR_EL0',
  mmfr2: 'ID_AA64MMFR2_EL1',
  hcr: 'HCR_EL2',
  vtcr: 'VTCR_EL2',
} as const;

/** Gives the rules of a register by its key; null where they are not here. */
type SpecOf = (key: keyof typeof REGISTERS) => RegisterSpec | null;

/** What registers mean, by the model, in a line each. */
export function registerNotes(s: KnownNumbers, specOf: SpecOf): string[] {
  const keys = Object.keys(REGISTERS) as (keyof typeof REGISTERS)[];
  return keys.flatMap((key) =>
    allOf(s, key).flatMap(({ value }) => {
      const spec = specOf(key);
      if (spec === null) return [];
      const { fields } = registerFields(spec, BigInt(value));
      const set = fields.filter((field) => isTelling(field, key)).map((field) => field.name);
      return [`${REGISTERS[key]} ${value}: ${fieldsInWords(fields, set)}.`];
    }),
  );
}

/** Fields that are set; of the register of attributes those that differ from Device-nGnRnE. */
function isTelling({ name, value }: BitField, key: string): boolean {
  if (/^RES[01]$/.test(name)) return false;
  return value !== 0 || (key === 'ctr' && /^(?:DIC|IDC)$/.test(name)) || name === 'FWB';
}
