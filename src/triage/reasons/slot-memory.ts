import { ground } from '../case/ground.ts';
import { bound, noFile, notMappable, withMte } from '../rules/guest-memfd.ts';
import {
  lacksFeature,
  mteOff,
  mteOn,
  noSeries,
  slotHas,
  slotWithout,
  supportsCacheable,
  withFlag,
  without,
} from '../rules/shared.ts';
import { anyOf, type Reason, type Rule } from './reason.ts';

const DIRTY = 'KVM_MEM_LOG_DIRTY_PAGES';

/** Two grounds that prove something together; the first names both. */
function both(first: Rule, second: Rule, words: string): Rule {
  return (s) => {
    const one = first(s);
    return one && second(s) ? ground(one.line, words) : null;
  };
}

/** Checks of the memslot call over the memory behind the slot. */
export const SLOT_MEMORY: readonly Reason[] = [
  {
    id: 'slot-gmem',
    title:
      'The slot has a guest_memfd that does not do: on arm64 the file must be mappable, and it excludes MTE.',
    confirm:
      'Look at the flags that KVM_CREATE_GUEST_MEMFD was given, and whether the range of the file is bound to another slot already.',
    remedy:
      'Make the file with GUEST_MEMFD_FLAG_MMAP, or make an ordinary slot without KVM_MEM_GUEST_MEMFD; leave MTE off.',
    chapter: 'gmem',
    source: ['CODE734', 'Q-KRUN478', 'Q-KRUN479'],
    status: 'confirmed',
    since: '6.18',
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: anyOf(notMappable, withMte, bound),
    excludes: noFile,
  },
  {
    id: 'slot-mte',
    title:
      'The VM has MTE, and a VMA under the slot lacks VM_MTE_ALLOWED, as every device mapping with VM_PFNMAP does.',
    confirm:
      'Look whether the VM has MTE (mte=on, KVM_CAP_ARM_MTE), and at the VmFlags of the mapping in /proc/PID/smaps: pf is VM_PFNMAP. smaps never shows VM_MTE_ALLOWED; mt is VM_MTE, another flag.',
    remedy:
      'Start the VM without MTE, or leave the device out. Only anonymous memory, hugetlb and shmem may hold tags; a 1 for 243 does not change that.',
    chapter: 'mte',
    source: ['CODE734', 'MM734'],
    status: 'confirmed',
    since: null,
    command: 'grep VmFlags /proc/PID/smaps',
    proves: both(
      mteOn,
      withFlag('VM_PFNMAP'),
      'the VM has MTE and the mapping is VM_PFNMAP, which lacks VM_MTE_ALLOWED',
    ),
    excludes: mteOff,
    hints: mteOn,
  },
  {
    id: 'slot-dirty-log',
    title:
      'Dirty logging is asked for over a VM_PFNMAP mapping. KVM refuses that on every host and kernel, cacheable or not.',
    confirm:
      'Look for KVM_MEM_LOG_DIRTY_PAGES in the flags of the call, and for pf (VM_PFNMAP) in the VmFlags of the mapping.',
    remedy:
      'Ask for no KVM_MEM_LOG_DIRTY_PAGES on such a slot: leave it out of the migration, or take the device away before.',
    chapter: 'logging',
    source: ['CODE734', 'MM734'],
    status: 'confirmed',
    since: null,
    command: 'grep VmFlags /proc/PID/smaps',
    proves: both(
      slotHas(DIRTY),
      withFlag('VM_PFNMAP'),
      `${DIRTY} is asked for, and the mapping is VM_PFNMAP`,
    ),
    excludes: anyOf(slotWithout(DIRTY), without('VM_PFNMAP')),
    hints: slotHas(DIRTY),
  },
  {
    id: 'slot-cacheable',
    title:
      'A VMA under the slot is a cacheable VM_PFNMAP mapping, and the host lacks FWB or DIC. Since 6.17 KVM refuses the slot.',
    confirm:
      'Ask the VM for capability 243 (KVM_CHECK_EXTENSION, KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED): 1 rules this out. Which bit is missing stands in the boot log ("CPU features: detected"), or in CTR_EL0 (DIC) and ID_AA64MMFR2_EL1 (FWB). smaps does not show the memory type: the driver decides it.',
    remedy:
      'Use a host whose CPUs all have FWB and DIC, or have the driver map this memory uncached. nvgrace-gpu and TTM drivers leave the VMA cacheable, vfio-pci does not.',
    chapter: 'cacheableSlot',
    source: ['CODE617', 'CODE734', 'NVG734', 'DRM734'],
    status: 'confirmed',
    since: '6.17',
    command: "dmesg | grep 'CPU features: detected'",
    excludes: anyOf(noSeries, supportsCacheable, without('VM_PFNMAP')),
    hints: lacksFeature,
  },
  {
    id: 'slot-pkvm',
    title:
      'The VM is a protected one (pKVM). Its slots can be neither read-only nor logged, and once it exists at EL2 they can be neither deleted nor moved.',
    confirm:
      'Look whether bit 31 is set in the machine type of KVM_CREATE_VM, and at the flags of the slot: KVM_MEM_READONLY or KVM_MEM_LOG_DIRTY_PAGES.',
    remedy:
      'Ask for neither KVM_MEM_READONLY (read-only) nor KVM_MEM_LOG_DIRTY_PAGES, and keep the slots of a protected VM as they were made.',
    chapter: 'refused',
    source: ['CODE734'],
    status: 'confirmed',
    since: '7.1',
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    hints: (s) => s.where('protectedVm', '1', 'the VM is a protected one'),
  },
];
