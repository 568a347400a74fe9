import { fieldNamed, registerFields, type RegisterSpec } from '../../model/index.ts';

/** The bits that tell of the host, by the key of their register: the fact of each. */
const BITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ctr: { DIC: 'dic', IDC: 'idc' },
  mmfr2: { FWB: 'fwb' },
  hcr: { FWB: 'fwb' },
};

/** What the bits of a register say of the host, by the model. */
export function bitsOf(
  key: string,
  spec: RegisterSpec,
  value: bigint,
): (readonly [key: string, value: string])[] {
  const { fields } = registerFields(spec, value);
  return Object.entries(BITS[key] ?? {}).flatMap(([field, fact]) => {
    const bit = fieldNamed(fields, field)?.value ?? null;
    return bit === null ? [] : [[fact, bit === 0 ? '0' : '1'] as const];
  });
}
