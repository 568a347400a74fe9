import type { Subject } from './case/subject.ts';
import { REASONS } from './reasons/data.ts';
import type { ReasonId } from './reasons/reason.ts';

/** What one kind of failure leaves. */
export interface Leaving {
  /** What failed, in words. */
  readonly what: string;
  /** How it ended; empty where every end leaves the same. */
  readonly ends: readonly string[];
  /** In the order of trying. */
  readonly reasons: readonly {
    readonly id: ReasonId;
    readonly title: string;
    readonly chapter: string;
  }[];
}

const WHAT: Readonly<Record<Subject, string>> = {
  memslot: 'KVM_SET_USER_MEMORY_REGION',
  run: 'KVM_RUN',
  exit: 'KVM_RUN returned, and not with an error',
  vm: 'KVM_CREATE_VM',
  vcpu: 'Setting up the vCPU, as with KVM_ARM_VCPU_INIT',
  check: 'KVM_CHECK_EXTENSION 243 on the VM',
  gmem: 'KVM_CREATE_GUEST_MEMFD',
  iommu: 'IOMMU_IOAS_MAP or VFIO_DMA_MAP',
  bind: 'Binding vfio-pci',
  signal: 'SIGBUS in the VMM or the guest',
  log: 'A log of a kernel, of the guest or of the host',
  fault: 'A translation, permission or access-flag fault',
  ring: 'A ring that guest and VMM see differently',
  quiet: 'No call failed, and still something is wrong',
  absent: 'KVM is not there',
  denied: '/dev/kvm may not be opened',
  errno: 'An error without its call',
  number: 'A register or descriptor alone',
  nothing: 'Nothing',
};

/** Ends that no interface names. */
const END: Readonly<Record<string, string>> = {
  serror: 'SError',
  'address-size': 'address size fault',
  alignment: 'alignment fault',
  'external-abort': 'external abort',
};

/** What each kind of failure leaves: the list by which `triage` judges, in words. */
export function leavings(): readonly Leaving[] {
  const { chapters, leaves: rows, words } = REASONS;
  return rows.map(({ of, ends, leaves }) => ({
    what: WHAT[of],
    ends: (ends ?? []).map((end) => END[end] ?? end),
    reasons: leaves.map((id) => {
      const { title, chapter } = words[id];
      return { id, title, chapter: chapters[chapter] ?? '' };
    }),
  }));
}
