import { stage2FaultOf } from '../../model/index.ts';
import { allOf, type KnownNumbers } from './known.ts';

/** The guest physical address that the registers of EL2 give together; its page without FAR_EL2. */
export function faultAddress(esr: bigint, hpfar: bigint, far: bigint | null): bigint | null {
  const { ipa, ipaPage } = stage2FaultOf({ esr, hpfar, far: far ?? 0n });
  const found = far === null ? ipaPage : ipa;
  return found === null ? null : BigInt(found);
}

/** The addresses at which the guest faulted, in a line each. */
export const addressNotes = (s: KnownNumbers): string[] =>
  allOf(s, 'ipa').map(({ value }) => `Guest physical address (IPA): ${value}.`);
