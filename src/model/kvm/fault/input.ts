import {
  choice,
  flag,
  namesOf,
  recordOrNull,
  requiredFlag,
  type ReadOf,
} from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';
import { readSize, SIZE_FIELD, type SizeInput } from '../granule/size-input.ts';
import { NESTED_FIELD, readNested, type NestedLeaf } from '../nested/leaf.ts';
import { readVma, VMA_FIELDS, type Vma } from '../vma/vma.ts';

const ACCESSES = ['read', 'write', 'exec'] as const;
const PFN_LOOKUPS = ['ok', 'hwpoison', 'error'] as const;

/** What `handleFault` is asked: a stage-2 fault on an ordinary memslot. */
export interface FaultInput {
  /** The VMA at the faulting address; null where there is none. */
  readonly vma: Vma | null;
  /** pfn_is_map_memory(): memblock lists the page as memory, and not as NOMAP. Default false. */
  readonly pfnIsMapMemory?: boolean;
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** The guest access that faulted. */
  readonly access: (typeof ACCESSES)[number];
  /** Permission fault on an existing leaf; false: translation fault. */
  readonly permissionFault?: boolean;
  /** The slot has KVM_MEM_LOG_DIRTY_PAGES. */
  readonly dirtyLogging?: boolean;
  /** The host page is writable for this lookup. Default true; a write needs it. */
  readonly mapWritable?: boolean;
  /** kvm_has_mte(). */
  readonly vmHasMte?: boolean;
  /** What looking up the host PFN gave. Default ok. */
  readonly pfnLookup?: (typeof PFN_LOOKUPS)[number];
  /** mmu_invalidate_retry(): an invalidation raced with the fault. */
  readonly invalidateRetry?: boolean;
  /** The fault status says unsupported exclusive or atomic access; v7.3. */
  readonly exclAtomicFault?: boolean;
  /** The host runs pKVM. It only selects the page-table page cache here. */
  readonly pkvmHost?: boolean;
  /** What may make the mapping larger than a page. Left out: everything is a page. */
  readonly size?: SizeInput | null;
  /**
   * The leaf of the guest hypervisor's stage 2, for a fault on a shadow stage 2. What that leaf
   * forbids goes back to L1 in kvm_s2_handle_perm_fault(), before this; it is answered all the same.
   */
  readonly nested?: NestedLeaf | null;
  /** System capability ARM64_HAS_XNX; v7.3 needs it for a nested leaf that differs by EL. */
  readonly xnx?: boolean;
}

/** The fields of the input. */
export const FAULT_FIELDS = [
  recordOrNull(
    'vma',
    'the VMA at the faulting address, null where there is none',
    VMA_FIELDS,
    'vma',
  ),
  flag('pfnIsMapMemory', 'memblock lists the page as memory, and not as NOMAP'),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  choice('access', 'the guest access that faulted', ACCESSES),
  flag('permissionFault', 'permission fault on an existing leaf'),
  flag('dirtyLogging', 'the slot has KVM_MEM_LOG_DIRTY_PAGES'),
  flag('mapWritable', 'the host page is writable for this lookup', true),
  flag('vmHasMte', 'MTE is enabled for the VM'),
  choice('pfnLookup', 'what looking up the host PFN gave', PFN_LOOKUPS, 'ok'),
  flag('invalidateRetry', 'an invalidation raced with the fault'),
  flag('exclAtomicFault', 'unsupported exclusive or atomic access'),
  flag('pkvmHost', 'the host runs pKVM'),
  SIZE_FIELD,
  NESTED_FIELD,
  flag('xnx', 'ARM64_HAS_XNX'),
] as const;

export type FaultQuery = ReadOf<typeof FAULT_FIELDS>;

const NAMES = namesOf(FAULT_FIELDS);

/** Reads the input; the reader remembers whether it was acceptable. */
export function readFault(r: Reader, raw: unknown): FaultQuery {
  const q = r.object(raw);
  r.only(q, NAMES);
  return {
    vma: q['vma'] === null ? null : readVma(r, q['vma']),
    pfnIsMapMemory: r.flag(q['pfnIsMapMemory'], false),
    fwb: r.requiredFlag(q['fwb']),
    dic: r.requiredFlag(q['dic']),
    access: r.choice(q['access'], ACCESSES, undefined),
    permissionFault: r.flag(q['permissionFault'], false),
    dirtyLogging: r.flag(q['dirtyLogging'], false),
    mapWritable: r.flag(q['mapWritable'], true),
    vmHasMte: r.flag(q['vmHasMte'], false),
    pfnLookup: r.choice(q['pfnLookup'], PFN_LOOKUPS, 'ok'),
    invalidateRetry: r.flag(q['invalidateRetry'], false),
    exclAtomicFault: r.flag(q['exclAtomicFault'], false),
    pkvmHost: r.flag(q['pkvmHost'], false),
    size: readSize(r, q['size']),
    nested: readNested(r, q['nested']),
    xnx: r.flag(q['xnx'], false),
  };
}
