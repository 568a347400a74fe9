/*
 * The words of what the program in the machine prints: one JSON object a line, behind `@lab `. What
 * the fields hold is said by schema.ts. Everything that a case did not do is null or an empty list.
 */

/** Version of the protocol; a log of another version is refused. */
export const PROTOCOL = 2;

/** How the kernel runs KVM. */
export const MODES = ['VHE', 'nVHE', 'protected'] as const;

/**
 * How a VMA is made: remap_pfn_range() at mmap, vmf_insert_*() at the fault, vm_insert_page() at mmap,
 * anonymous memory. A memfd or a file of a device is what the program has without the module.
 */
export const MADE_BY = ['remap', 'fault', 'page', 'anonymous', 'memfd', 'device'] as const;
/** What lies behind it: memory outside the kernel's map, ordinary RAM, anonymous memory, a file of RAM. */
export const MEMORIES = ['hole', 'ram', 'anonymous', 'memfd', 'device'] as const;
export const PGPROTS = ['cacheable', 'writecombine', 'nGnRE', 'nGnRnE'] as const;

/** Two kinds of flags of a memslot. */
export const SLOT_FLAGS = ['KVM_MEM_LOG_DIRTY_PAGES', 'KVM_MEM_READONLY'] as const;

/**
 * What the guest does at the address. Of two accesses the second meets what the first one mapped.
 */
export const GUEST_OPS = [
  'load',
  'store',
  'execute',
  'unaligned-load',
  'dc-zva',
  'exclusives',
  'load-store',
  'load-execute',
] as const;
export type GuestOp = (typeof GUEST_OPS)[number];
