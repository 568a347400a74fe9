import { decodeStage2Fault } from '../../model/index.ts';

/** The guest physical address that the registers of EL2 give together; its page without FAR_EL2. */
export function faultAddress(esr: bigint, hpfar: bigint, far: bigint | null): bigint | null {
  const { ipa, ipaPage } = decodeStage2Fault({ esr, hpfar, far: far ?? 0n });
  const found = far === null ? ipaPage : ipa;
  return found === null ? null : BigInt(found);
}
