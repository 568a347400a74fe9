import { bitsAt, HOST_BITS, type Place } from '../../model/index.ts';
import { allOf, type KnownNumbers } from './known.ts';
import { REGISTERS } from './names.ts';

/** The bits that tell of the host, by the key of their register. */
const BITS: Readonly<Record<string, Readonly<Record<string, Place>>>> = {
  ctr: HOST_BITS.CTR_EL0,
  mmfr2: HOST_BITS.ID_AA64MMFR2_EL1,
  hcr: HOST_BITS.HCR_EL2,
};

type Bits = readonly (readonly [name: string, value: '0' | '1'])[];

/** What the bits of a register say of the host; nothing of a register that has none. */
export const bitsOf = (key: string, value: bigint): Bits =>
  Object.entries(BITS[key] ?? {}).map(([name, place]) => [
    name,
    bitsAt(value, place) === 0n ? '0' : '1',
  ]);

/** What a register says of the host, and how its other fields are had. */
export const bitNotes = (s: KnownNumbers, key: 'ctr' | 'mmfr2'): string[] =>
  allOf(s, key).map(({ value }) => {
    const bits = bitsOf(key, BigInt(value)).map(([name, is]) => `${name} ${is}`);
    return `${REGISTERS[key]} ${value}: ${bits.join(', ')}. Alone, all its fields are told.`;
  });
