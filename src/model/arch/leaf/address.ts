import type { Say } from '../bits/bit-field.ts';
import { granuleBits, hasDs, hasLpa, type LeafPlace } from './geometry.ts';

/** What the address bits of a descriptor depend on, in either stage. */
export type AddressOptions = LeafPlace & { readonly bbml1: boolean };

const range = (name: string, hi: number, lo: number) => `${hi}:${lo} ${name}[${hi}:${lo}]`;
const res0 = (hi: number, lo: number) => (hi < lo ? '' : `${hi}:${lo} RES0`);

/** A part of an address, by the bits in its name: OAB[51:50] stands for bits [51:50]. */
export function addressSays(name: string): Readonly<Record<string, Say>> {
  const says: Record<string, Say> = {};
  for (let lo = 12; lo < 52; lo++) {
    for (const hi of [47, 49, 51]) {
      says[`${name}[${hi}:${lo}]`] = (part) => `0x${(BigInt(part) << BigInt(lo)).toString(16)}`;
    }
  }
  return says;
}

/** The address bits above bit 11, as `name`, from `low` up. */
export function addressLines(name: string, low: number, block: boolean, o: AddressOptions): string {
  const about = ' | address bits';
  const bottom = hasLpa(o) ? `15:12 ${name}[51:48]${about}` : res0(15, 12);
  const below = block
    ? `${res0(low - 1, 17)}\n16 ${o.bbml1 ? 'nT | the block must not be cached in a TLB' : 'RES0'}\n${bottom}`
    : hasLpa(o)
      ? bottom
      : res0(low - 1, 12);
  const top = hasDs(o) ? `${range(name, 49, 48)}${about}` : '49:48 RES0';
  return `${top}\n${range(name, 47, low)}${about}\n${below}`;
}

/** Bits [9:8]: the shareability, or address bits where 52-bit descriptors hold them there. */
export function shareabilityLine(o: LeafPlace): string {
  return `9:8 ${hasDs(o) ? 'OAB[51:50] | address bits' : 'SH[1:0] | shareability | 0 NSH | 2 OSH | 3 ISH'}`;
}

/** Bits [49:0] of a pointer to the next table. Source: ARM-ARM, tables D8-50 and D8-51. */
export function nextTableLines(o: AddressOptions): string {
  return `
    ${addressLines('NLTA', granuleBits(o.granule), false, o)}
    11:10 IGNORED
    9:8   ${hasDs(o) ? 'NLTA[51:50] | address bits' : 'IGNORED'}
    7:2   IGNORED
    1     Type | kind of descriptor | 1 table
    0     Valid | the descriptor is valid`;
}
