import {
  alignmentLine,
  beforeLookup,
  noFscLine,
  noVmaLine,
  statusLine,
  unmapped,
  vmaLine,
} from '../rules/run-lines.ts';
import { ofProtectedVm, readsWork } from '../rules/shared.ts';
import type { Situation } from '../case/situation.ts';
import { anyOf, type Reason, type Rule } from './reason.ts';

const GREP = "dmesg | grep 'Unsupported FSC'";
const SEARCH =
  "Search the log of the host: dmesg | grep 'Unsupported FSC'. A line with xFSC=0x21 is the alignment fault, one with another status a status that KVM does not handle, no line excludes both.";

const shown: Rule = (s) =>
  s.names('vmFlags') ? s.because('vmFlags', 'smaps shows the mapping') : null;

/** KVM_RUN ended with EFAULT before or in the lookup of the page. */
export const RUN: readonly Reason[] = [
  {
    id: 'run-alignment',
    title:
      'An alignment fault was taken to EL2 (status 0x21): the guest made an unaligned access, or a DC ZVA, to memory that stage 2 maps as Device, whatever the guest asked for.',
    confirm: (s: Situation) =>
      alignmentLine(s)
        ? 'Look at the VmFlags of the mapping in /proc/PID/smaps: ?? can be VM_ALLOW_ANY_UNCACHED; and at the kernel of the host, which decides what is Device.'
        : SEARCH,
    remedy:
      'Stage 2 is Device where the VMA is not cacheable and lacks VM_ALLOW_ANY_UNCACHED, on any kernel before 6.9, and up to 6.16 for every frame outside RAM under a VMA without that flag, GPU memory of TTM drivers among them. Use 6.9 or later for vfio-pci; else keep the guest to aligned accesses (its memcpy is the usual culprit), or have the driver set the flag.',
    chapter: 'unaligned',
    source: ['CODE734', 'SAIL94', 'N-XIE', 'Q-BENNEE'],
    status: 'confirmed',
    since: null,
    command: (s) => (alignmentLine(s) ? 'grep VmFlags /proc/PID/smaps' : GREP),
    proves: alignmentLine,
    excludes: noFscLine,
  },
  {
    id: 'run-status',
    title:
      'The fault has a status that KVM does not handle, such as an address size fault or a TLB conflict; KVM writes "Unsupported FSC" into the log and gives EFAULT.',
    confirm: (s: Situation) =>
      statusLine(s)
        ? 'Decode ESR_EL2 of the line: the status says what kind of fault it was.'
        : SEARCH,
    remedy: 'The memory was never looked up: mend what the status names, not the mapping.',
    chapter: 'line',
    source: ['CODE734', 'ARCH734'],
    status: 'confirmed',
    since: null,
    command: (s) => (statusLine(s) ? null : GREP),
    proves: statusLine,
    excludes: noFscLine,
  },
  {
    id: 'run-no-vma',
    title:
      'Nothing is mapped at the host address of the slot: the memory was unmapped under a slot that still exists.',
    confirm:
      "Search the log of the host for 'Failed to find VMA for hva', and compare the slots with /proc/PID/maps (smaps).",
    remedy: 'Delete the slot before its memory is unmapped, or do not unmap it.',
    chapter: 'noVma',
    source: ['CODE734'],
    status: 'confirmed',
    since: null,
    command: "dmesg | grep 'Failed to find VMA for hva'",
    proves: anyOf(vmaLine, unmapped),
    excludes: anyOf(noVmaLine, shown, readsWork, beforeLookup, ofProtectedVm),
  },
  {
    id: 'run-no-page',
    title:
      'KVM could not get the page: it cannot be faulted in, or its entry is read-only when the guest writes (KVM_PFN_ERR_RO_FAULT), as pages of a driver with pfn_mkwrite are at first.',
    confirm:
      'Let the guest only read the page, then write it: where reads work and the first write fails, the host entry is read-only. Where reads fail too, look whether the driver can give the page at all; a raw frame under VM_MIXEDMAP alone never can be had.',
    remedy:
      'Let the VMM write each page once before the guest does. 7.3.4 still answers a guest write to a read-only entry with EFAULT.',
    chapter: 'noPage',
    source: ['CODE734', 'DRM734', 'MM734', 'Q-KRUN803', 'Q-ASAHI560', 'Q-ASAHI563'],
    status: 'confirmed',
    since: null,
    command: 'grep VmFlags /proc/PID/smaps',
    excludes: anyOf(beforeLookup, ofProtectedVm),
    hints: (s) => s.where('readsWork', '1', 'reads work, so it is the write that is refused'),
  },
];
