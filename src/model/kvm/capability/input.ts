import { flag, namesOf, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';

/** What `checkExtension` is asked. */
export interface CapabilityInput {
  /** Asked on a VM file descriptor (default), or on /dev/kvm. */
  readonly vmFd?: boolean;
  /** The VM is a protected pKVM VM. */
  readonly protectedVm?: boolean;
  /** The host runs pKVM. No influence. */
  readonly pkvmHost?: boolean;
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** System capability ARM64_HAS_CACHE_IDC. No influence. */
  readonly idc?: boolean;
}

/** The fields of the input. */
export const CAPABILITY_FIELDS = [
  flag('vmFd', 'asked on a VM file descriptor, not on /dev/kvm', true),
  flag('protectedVm', 'the VM is a protected pKVM VM'),
  flag('pkvmHost', 'the host runs pKVM'),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  flag('idc', 'ARM64_HAS_CACHE_IDC'),
] as const;

export type CapabilityQuery = ReadOf<typeof CAPABILITY_FIELDS>;

const NAMES = namesOf(CAPABILITY_FIELDS);

/** Reads the input; the reader remembers whether it was acceptable. */
export function readCapability(r: Reader, raw: unknown): CapabilityQuery {
  const q = r.object(raw);
  r.only(q, NAMES);
  return {
    vmFd: r.flag(q['vmFd'], true),
    protectedVm: r.flag(q['protectedVm'], false),
    pkvmHost: r.flag(q['pkvmHost'], false),
    fwb: r.requiredFlag(q['fwb']),
    dic: r.requiredFlag(q['dic']),
    idc: r.flag(q['idc'], false),
  };
}
