import { choice, flag, type ReadOf } from '../../base/field.ts';

const PURPOSES = ['guest', 'guestReadonlySlot', 'pin'] as const;
const GUP = ['page', 'special', 'refused', 'hwpoison', 'interrupted'] as const;
const ENTRIES = ['none', 'readonly', 'writable'] as const;
const FAULT_IN = [
  'mapsWritable',
  'mapsReadonly',
  'mapsNothing',
  'completedWritable',
  'completedReadonly',
  'retryWritable',
  'retryReadonly',
  'retryVmaGone',
  'retrySigbus',
  'sigbus',
  'sigsegv',
  'oom',
  'hwpoison',
  'fatalSignal',
] as const;

/** What `hvaToPfn` is asked: a page of user space that the fast attempt does not get. */
export interface HvaToPfnInput {
  /** No VMA covers the address. */
  readonly vmaMissing?: boolean;
  /** VM_IO. */
  readonly vmIo?: boolean;
  /** VM_PFNMAP. */
  readonly vmPfnmap?: boolean;
  /** VM_MIXEDMAP. It has no say here: it only tells what `gup` may find. */
  readonly vmMixedmap?: boolean;
  /** VM_WRITE. Default true. */
  readonly vmWrite?: boolean;
  /** The page is wanted for a write: FOLL_WRITE. */
  readonly writeFault?: boolean;
  /** For stage 2 (default), for stage 2 of a read-only slot, or for KVM itself. */
  readonly purpose?: (typeof PURPOSES)[number];
  /** Module parameter allow_unsafe_mappings of KVM; only a pin reads it. */
  readonly unsafeMappings?: boolean;
  /**
   * What get_user_pages() meets: an ordinary page (default; vm_insert_page() makes such an entry
   * too), a special entry, which is a raw frame, another refusal, poison, or a signal. It refuses
   * VM_IO and VM_PFNMAP, and a write without VM_WRITE, whatever stands here.
   */
  readonly gup?: (typeof GUP)[number];
  /** A page that was got for a read can be had writable too. */
  readonly gupUpgrade?: boolean;
  /** The entry that the page table of user space has. Default writable. */
  readonly entry?: (typeof ENTRIES)[number];
  /**
   * What handle_mm_fault() does where there is no entry: maps, maps and has dropped the mmap lock
   * (completed), drops it and is called again (retry), fails, or is not asked because the process is
   * being killed. Default mapsWritable.
   */
  readonly faultIn?: (typeof FAULT_IN)[number];
}

/** What the host has at the address, beside the flags of the VMA that every fault tells. */
export const HOST_PAGE_FIELDS = [
  flag('vmWrite', 'VM_WRITE is set', true),
  choice('gup', 'what get_user_pages() meets', GUP, 'page'),
  flag('gupUpgrade', 'a page got for a read can be had writable too'),
  choice('entry', 'the entry in the page table of user space', ENTRIES, 'writable'),
  choice('faultIn', 'what handle_mm_fault() does without an entry', FAULT_IN, 'mapsWritable'),
] as const;

export const HVA_TO_PFN_FIELDS = [
  flag('vmaMissing', 'no VMA covers the address'),
  flag('vmIo', 'VM_IO is set'),
  flag('vmPfnmap', 'VM_PFNMAP is set'),
  flag('vmMixedmap', 'VM_MIXEDMAP is set'),
  flag('writeFault', 'the page is wanted for a write'),
  choice('purpose', 'what the page is wanted for', PURPOSES, 'guest'),
  flag('unsafeMappings', 'module parameter allow_unsafe_mappings'),
  ...HOST_PAGE_FIELDS,
] as const;

export type HvaToPfnQuery = ReadOf<typeof HVA_TO_PFN_FIELDS>;
