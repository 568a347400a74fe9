import { KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED } from '../../model/index.ts';
import { countOf } from './number.ts';

/** Capabilities that stand in traces of a VMM and in the answers here, by name (DOC734). */
const NUMBERS: Readonly<Record<string, number>> = {
  KVM_CAP_ARM_VM_IPA_SIZE: 165,
  KVM_CAP_ARM_NISV_TO_USER: 177,
  KVM_CAP_ARM_MTE: 195,
  KVM_CAP_GUEST_MEMFD: 234,
  KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED,
  KVM_CAP_GUEST_MEMFD_FLAGS: 244,
  KVM_CAP_ARM_SEA_TO_USER: 245,
};

/** The number of a capability that is given as a name or a number. */
export function capabilityNamed(text: string): string | null {
  const plain = text.replace(/\/\*.{0,80}?\*\//g, '').trim();
  if (Object.hasOwn(NUMBERS, plain.toUpperCase())) return String(NUMBERS[plain.toUpperCase()]);
  const number = /^(?:0x[0-9a-f]{1,4}|\d{1,4})$/i.test(plain) ? countOf(plain) : null;
  return number === null ? null : String(number);
}
