import {
  decodeRegister,
  decodeStage2Fault,
  fieldNamed,
  type BitField,
  type FaultKind,
} from '../../model/index.ts';
import { hex } from '../keys/number.ts';

/** Bit of EC that is set where the abort was taken without a change of Exception level. */
const SAME_LEVEL = 1n << 26n;
const EC = 26n;

/** The fields of a syndrome, by the model. ESR_EL1 words a class of EL1, ESR_EL2 one of EL2. */
export function syndromeFields(esr: bigint): readonly BitField[] {
  const same = ((esr >> EC) & 0x3fn) === 0x25n || ((esr >> EC) & 0x3fn) === 0x21n;
  return decodeRegister(same ? 'ESR_EL1' : 'ESR_EL2', esr).fields;
}

/** What a syndrome says as facts: class and status, and for data whether it was a write and is described. */
export function syndromeFacts(esr: bigint): (readonly [key: string, value: string])[] {
  const fields = syndromeFields(esr);
  const value = (name: string) => fieldNamed(fields, name)?.value ?? null;
  const ec = value('EC');
  const fsc = value('DFSC') ?? value('IFSC');
  const facts: [string, string][] = [];
  if (ec !== null) facts.push(['ec', hex(BigInt(ec))]);
  if (fsc !== null) facts.push(['fsc', `0x${fsc.toString(16).padStart(2, '0')}`]);
  for (const [key, name] of [
    ['wnr', 'WnR'],
    ['isv', 'ISV'],
  ] as const) {
    const bit = value('DFSC') === null ? null : value(name);
    if (bit !== null) facts.push([key, String(bit)]);
  }
  return facts;
}

/**
 * The kind of fault that a status code names. The model words it for an abort taken to EL2; the
 * codes are the same where the level did not change, so that bit is taken out before it is asked.
 */
export function faultKind(esr: bigint): FaultKind | null {
  return decodeStage2Fault({ esr: esr & ~SAME_LEVEL, hpfar: 0n, far: 0n }).fault;
}

/** The same for a status code alone. */
export function kindOfStatus(fsc: bigint): FaultKind | null {
  return faultKind((0x24n << EC) | (fsc & 0x3fn));
}

/** The guest physical address that the registers of EL2 give together; its page without FAR_EL2. */
export function faultAddress(esr: bigint, hpfar: bigint, far: bigint | null): bigint | null {
  const { ipa, ipaPage } = decodeStage2Fault({ esr, hpfar, far: far ?? 0n });
  const found = far === null ? ipaPage : ipa;
  return found === null ? null : BigInt(found);
}
