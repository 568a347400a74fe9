import { aligned, badAddress, unaligned } from '../rules/alignment.ts';
import { changed, unchanged } from '../rules/slot-change.ts';
import { badFlags, goodFlags } from '../rules/slot-flags.ts';
import { beyond, overlapping } from '../rules/slot-range.ts';
import { anyOf, type Reason } from './reason.ts';

/** Checks of the memslot request itself, before any VMA is looked at. */
export const SLOT_REQUEST: readonly Reason[] = [
  {
    id: 'slot-alignment',
    title:
      'The size, an address or the id of the slot is wrong: size, guest and host address must be multiples of the page size of the host.',
    confirm:
      'Compare the three numbers with the page size: strace -f -e trace=ioctl on the VMM shows them, getconf PAGESIZE the size of a page.',
    remedy:
      'Align all three to the page size. On a 64K host a part of a BAR, such as that before its MSI-X table, has to be widened to 0x10000. The host address carries no tag, the id is at most 32766.',
    chapter: 'alignment',
    source: ['CODE734', 'Q-CH7939', 'Q-LENZ4'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: anyOf(unaligned, badAddress),
    excludes: aligned,
  },
  {
    id: 'slot-existing',
    title:
      'The slot exists already, and a slot that exists can change neither its size nor its host address nor its read-only flag.',
    confirm:
      'Look in the trace for an earlier call with the same slot id, and compare memory_size, userspace_addr and flags.',
    remedy:
      'Delete the slot first, with memory_size 0, and make it again. Only its guest address and dirty logging can change in place.',
    chapter: 'existing',
    source: ['CODE734'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: changed,
    excludes: unchanged,
  },
  {
    id: 'slot-flags',
    title: 'The flags hold one that the kernel does not know, or two that exclude each other.',
    confirm:
      'Read the flags in the trace. Known are KVM_MEM_LOG_DIRTY_PAGES and KVM_MEM_READONLY, and from 6.18 KVM_MEM_GUEST_MEMFD alone in the second form of the call.',
    remedy:
      'Ask for the flags of this kernel only; KVM_MEM_GUEST_MEMFD needs KVM_SET_USER_MEMORY_REGION2 and 6.18.',
    chapter: 'flags',
    source: ['CODE734', 'L-GMEM2'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: badFlags,
    excludes: goodFlags,
  },
  {
    id: 'slot-overlap',
    title:
      'The range of guest addresses overlaps another slot (EEXIST). Only making or moving a slot can meet it; it has nothing to do with memory types.',
    confirm:
      'List the slots with their guest_phys_addr and memory_size from a trace, and look which one overlaps.',
    remedy: 'Delete or shrink the other slot first, or place this one elsewhere.',
    chapter: 'exists',
    source: ['CODE734'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: overlapping,
  },
  {
    id: 'slot-ipa',
    title:
      'The slot ends beyond the guest address space of the VM (its IPA size). It is asked before any VMA is looked at, and is an EFAULT of the memslot call, not of KVM_RUN.',
    confirm:
      'Compare guest_phys_addr plus memory_size with the bits that KVM_CREATE_VM was given in its machine type; 0 means 40 bits.',
    remedy:
      'Ask for more bits in KVM_CREATE_VM, up to what KVM_CAP_ARM_VM_IPA_SIZE (165) answers, or place the slot lower.',
    chapter: 'beyondSlot',
    source: ['CODE734', 'CODE617'],
    status: 'confirmed',
    since: null,
    command: 'strace -f -e trace=ioctl -o kvm.trace -p PID',
    proves: beyond,
  },
];
