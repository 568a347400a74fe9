import { plainSlots } from '../rules/guest-memfd.ts';
import { beforeLookup, ranBefore } from '../rules/run-lines.ts';
import {
  lacksFeature,
  mteOff,
  mteOn,
  noGuestMemfd,
  noSeries,
  notProtected,
  ofProtectedVm,
  readsWork,
  supportsCacheable,
  withFlag,
  without,
} from '../rules/shared.ts';
import { anyOf, type Reason, type Rule } from './reason.ts';

/** Drivers whose pages are RAM, which KVM maps cacheable on any host (DRM734). */
const SHMEM = /asahi|panfrost|panthor|\blima\b|\bv3d\b|\bvgem\b|powervr|pvr_drm/i;

const ofRam: Rule = (s) => {
  for (const key of ['device', 'kernel'] as const) {
    const known = s.get(key);
    if (known && SHMEM.test(known.value))
      return s.because(key, `${known.value}: a GEM shmem driver, whose pages are RAM`);
  }
  return null;
};

const onPkvm: Rule = (s) => s.where('pkvm', '1', 'the host runs pKVM');

/** KVM_RUN ended with an error over the memory it found, or over the VM itself. */
export const RUN_MEMORY: readonly Reason[] = [
  {
    id: 'run-cacheable',
    title:
      'The page is a cacheable one outside RAM (VM_PFNMAP or VM_MIXEDMAP), and the host lacks FWB or DIC. Since 6.17 KVM refuses any access to it.',
    confirm:
      'Let the guest read only: this check refuses a read too. Ask the VM for capability 243 (KVM_CHECK_EXTENSION): 1 rules it out.',
    remedy:
      'Use a host whose CPUs all have FWB and DIC, or map the memory uncached. TTM (amdgpu, xe) leaves vm_page_prot of the VMA cacheable and types each entry by itself; KVM reads the VMA alone. Where 243 is 0 and the slot was accepted, the mapping came after it.',
    chapter: 'cacheableRun',
    source: ['CODE617', 'CODE734', 'DRM734', 'Q-KRUN832'],
    status: 'confirmed',
    since: '6.17',
    command: "dmesg | grep 'CPU features: detected'",
    excludes: anyOf(
      noSeries,
      supportsCacheable,
      without('VM_PFNMAP', 'VM_MIXEDMAP'),
      readsWork,
      ofRam,
      beforeLookup,
      ofProtectedVm,
    ),
    hints: lacksFeature,
  },
  {
    id: 'run-mte',
    title: 'The VM has MTE, and the VMA of a cacheable page lacks VM_MTE_ALLOWED.',
    confirm:
      'Look whether the VM has MTE (mte=on, KVM_CAP_ARM_MTE), and when it was enabled: slots made before are not looked at again.',
    remedy:
      'Start the VM without MTE, or put only memory that may hold tags under its slots: anonymous memory, hugetlb, shmem.',
    chapter: 'mte',
    source: ['CODE617', 'CODE734'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    excludes: anyOf(mteOff, withFlag('VM_MTE'), readsWork, beforeLookup, ofProtectedVm),
    hints: mteOn,
  },
  {
    id: 'run-gmem',
    title:
      'The guest_memfd file gave no page for that guest address, and its error is passed on. On arm64 it is the only failure that leaves KVM_EXIT_MEMORY_FAULT (39).',
    confirm:
      'Read the exit record: exit_reason 39 with flags, gpa and size. Without one it is no slot of guest_memfd.',
    remedy:
      'Look what the file holds at that address: its size, whether a hole was punched, whether the memory is poisoned.',
    chapter: 'gmem',
    source: ['CODE734', 'L-GMEM2'],
    status: 'confirmed',
    since: '6.18',
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: (s) =>
      s.where('exit', 'KVM_EXIT_MEMORY_FAULT', 'exit 39, which only a slot of guest_memfd leaves'),
    excludes: anyOf(
      plainSlots,
      noGuestMemfd,
      withFlag('VM_PFNMAP', 'VM_IO', 'VM_MIXEDMAP'),
      readsWork,
      beforeLookup,
      ofProtectedVm,
    ),
  },
  {
    id: 'run-pin',
    title:
      'The VM is a protected one (pKVM), and the page cannot be pinned: a VM_PFNMAP or VM_IO page never can, because GUP refuses it.',
    confirm:
      'Look whether the VM is a protected one: bit 31 of the machine type in KVM_CREATE_VM, and "Protected" in the line "mode initialized" of the boot log.',
    remedy:
      'Give a protected VM ordinary anonymous memory only; a page that a bad access of the host has poisoned is lost as well.',
    chapter: 'pkvm',
    source: ['CODE734', 'MM734'],
    status: 'confirmed',
    since: '7.1',
    command: "dmesg | grep 'mode initialized'",
    excludes: anyOf(notProtected, readsWork, beforeLookup),
    hints: anyOf((s) => s.where('protectedVm', '1', 'the VM is a protected one'), onPkvm),
  },
  {
    id: 'run-pkvm',
    title:
      'The host runs pKVM, and EL2 refuses VM_PFNMAP memory of an ordinary VM: EPERM for a cacheable page, EINVAL for any other. A 1 for 243 and an accepted slot do not change that.',
    confirm:
      'Look whether the host runs pKVM: kvm-arm.mode=protected on its command line, or "Protected" in the line "mode initialized" of the boot log; and whether the vCPU was initialised and finalised (KVM_ARM_VCPU_FINALIZE).',
    remedy: 'Pass devices through on a host without pKVM: leave kvm-arm.mode=protected out.',
    chapter: 'refused',
    source: ['CODE734', 'LAB-734'],
    status: 'confirmed',
    since: null,
    command: "dmesg | grep 'mode initialized'",
    excludes: (s) => s.where('pkvm', '0', 'the host runs no pKVM'),
    hints: onPkvm,
  },
  {
    id: 'run-vcpu',
    title:
      'The vCPU is not set up: not initialised (KVM_ARM_VCPU_INIT, ENOEXEC), not finalised (SVE, EPERM), or its timer, interrupt controller or PMU is wrong. It is not about memory.',
    confirm:
      'Look in the trace whether KVM_ARM_VCPU_INIT and, with SVE, KVM_ARM_VCPU_FINALIZE come before the first KVM_RUN, and whether the same vCPU has run before.',
    remedy:
      'Initialise and finalise the vCPU, and set up interrupt controller, timer and PMU before it runs.',
    chapter: 'setUp',
    source: ['CODE734', 'DOC734'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    excludes: ranBefore,
  },
];
