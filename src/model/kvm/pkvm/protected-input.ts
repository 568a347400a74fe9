import { choice, flag, optional, requiredFlag, type ReadOf } from '../../base/field.ts';

const TOP_UP = ['ok', 'fails'] as const;
const MAPPED = ['intact', 'poisoned'] as const;
const PIN = ['ok', 'hwpoison', 'fails'] as const;

/** What `handleProtectedFault` is asked: a stage-2 fault of a protected pKVM VM, v7.3. */
export interface ProtectedFaultInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** The page stands behind a VM_PFNMAP VMA, which cannot be pinned. */
  readonly vmPfnmap?: boolean;
  /** The same for VM_IO. */
  readonly vmIo?: boolean;
  /** Topping up the page cache of EL2. Default ok. */
  readonly memcacheTopUp?: (typeof TOP_UP)[number];
  /** The limit of locked memory, RLIMIT_MEMLOCK, is reached. */
  readonly memlockLimit?: boolean;
  /** What pin_user_pages() gives; left out, it follows from the flags of the VMA. */
  readonly pin?: (typeof PIN)[number];
  /** The folio is swap-backed. Default true. */
  readonly swapBacked?: boolean;
  /** The guest has the page already, and a bad access of the host has poisoned it or not. */
  readonly mappedAlready?: 'intact' | 'poisoned';
}

/** The fields that only a protected VM has. */
export const PROTECTED_FIELDS = [
  choice('memcacheTopUp', 'topping up the page cache of EL2', TOP_UP, 'ok'),
  flag('memlockLimit', 'the limit of locked memory is reached'),
  optional(choice('pin', 'what pin_user_pages() gives', PIN)),
  flag('swapBacked', 'the folio is swap-backed', true),
  optional(choice('mappedAlready', 'the guest has the page already', MAPPED)),
] as const;

/** The fields of the input. */
export const PROTECTED_FAULT_FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  flag('vmPfnmap', 'the page stands behind a VM_PFNMAP VMA'),
  flag('vmIo', 'the page stands behind a VM_IO VMA'),
  ...PROTECTED_FIELDS,
] as const;

export type ProtectedQuery = ReadOf<typeof PROTECTED_FAULT_FIELDS>;
