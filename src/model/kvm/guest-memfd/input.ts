import { choice, flag, requiredFlag, type ReadOf } from '../../base/field.ts';
import { NESTED_FIELD, type NestedLeaf } from '../nested/leaf.ts';

const ACCESSES = ['read', 'write', 'exec'] as const;
const GET_PFN = ['ok', 'EFAULT', 'EIO', 'ENOMEM', 'EPERM', 'EINVAL'] as const;

/** What kvm_gmem_get_pfn() returns: a page, or an error, which is passed on whatever it is. */
export type GetPfn = (typeof GET_PFN)[number];

/** What `handleGuestMemfdFault` is asked: a stage-2 fault on a guest_memfd slot, v7.3. */
export interface GuestMemfdFaultInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** The guest access that faulted. */
  readonly access: (typeof ACCESSES)[number];
  /** Permission fault on an existing leaf; false: translation fault. */
  readonly permissionFault?: boolean;
  /** The slot has KVM_MEM_READONLY. */
  readonly slotReadonly?: boolean;
  /** Default ok. */
  readonly getPfn?: GetPfn;
  /** mmu_invalidate_retry(): an invalidation raced with the fault. */
  readonly invalidateRetry?: boolean;
  /** The host runs pKVM. It only selects the page-table page cache. */
  readonly pkvmHost?: boolean;
  /** The L1 leaf, for a fault on a shadow stage 2. */
  readonly nested?: NestedLeaf | null;
  /** System capability ARM64_HAS_XNX. */
  readonly xnx?: boolean;
}

/** The field for what guest_memfd answers. */
export const GET_PFN_FIELD = choice('getPfn', 'what kvm_gmem_get_pfn() returns', GET_PFN, 'ok');

export const GUEST_MEMFD_FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  choice('access', 'the guest access that faulted', ACCESSES),
  flag('permissionFault', 'permission fault on an existing leaf'),
  flag('slotReadonly', 'the slot has KVM_MEM_READONLY'),
  GET_PFN_FIELD,
  flag('invalidateRetry', 'an invalidation raced with the fault'),
  flag('pkvmHost', 'the host runs pKVM'),
  NESTED_FIELD,
  flag('xnx', 'ARM64_HAS_XNX'),
] as const;

export type GuestMemfdQuery = ReadOf<typeof GUEST_MEMFD_FIELDS>;
