import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import type { CapabilityQuery } from './input.ts';
import { KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED } from './number.ts';

type Check<Ret> = (q: CapabilityQuery, trace: Trace, source: readonly string[]) => Ret;

/** A check before the answer: the value that it returns, or null to go on. */
export type CapabilityCheck = Check<number | null>;

/** How KVM_CHECK_EXTENSION answers in one kernel. */
export interface CapabilityRules {
  readonly before: readonly CapabilityCheck[];
  readonly answer: Check<number>;
}

const IOCTL = 'kvm_vm_ioctl_check_extension';

/** Before v6.17 the number is unknown, and an unknown number is answered with 0. */
export const unknownExtension: Check<number> = (_q, trace, source) => {
  trace.ask(
    'default: r = 0',
    IOCTL,
    { extension: KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED },
    0,
    source,
  );
  return 0;
};

/** The pKVM filter runs first. It is an allow-list for protected VMs, without this number. */
export const protectedVmFilter: CapabilityCheck = (q, trace, source) => {
  const { vmFd, protectedVm } = q;
  const filtered = vmFd && protectedVm;
  trace.ask('kvm && kvm_vm_is_protected(kvm)', IOCTL, { vmFd, protectedVm }, filtered, source);
  return filtered ? 0 : null;
};

/** The question is for a VM: on /dev/kvm there is none. */
export const needsVm: CapabilityCheck = (q, trace, source) =>
  trace.ask('!kvm', IOCTL, { vmFd: q.vmFd }, !q.vmFd, source) ? -ERRNO.EINVAL : null;

/** FWB and DIC on every CPU; IDC is never read. */
export const supportsCacheablePfnmap: Check<number> = (q, trace, source) => {
  const { fwb, dic } = q;
  return trace.ask('kvm_supports_cacheable_pfnmap()', IOCTL, { fwb, dic }, fwb && dic, source)
    ? 1
    : 0;
};
