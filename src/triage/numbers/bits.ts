import { decodeRegister, fieldNamed } from '../../model/index.ts';

/** The registers whose bits tell of the host, by key: their name, and the fact of each bit. */
const BITS: Readonly<
  Record<string, readonly [register: string, bits: Readonly<Record<string, string>>]>
> = {
  ctr: ['CTR_EL0', { DIC: 'dic', IDC: 'idc' }],
  mmfr2: ['ID_AA64MMFR2_EL1', { FWB: 'fwb' }],
  hcr: ['HCR_EL2', { FWB: 'fwb' }],
};

/** What the bits of a register say of the host, by the model. */
export function bitsOf(key: string, value: bigint): (readonly [key: string, value: string])[] {
  const [register, bits] = BITS[key] ?? ['', {}];
  const { fields } = decodeRegister(register, value);
  return Object.entries(bits).flatMap(([field, fact]) => {
    const bit = fieldNamed(fields, field)?.value ?? null;
    return bit === null ? [] : [[fact, bit === 0 ? '0' : '1'] as const];
  });
}
