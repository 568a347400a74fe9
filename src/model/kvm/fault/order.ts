import {
  classifyByPfn,
  classifyByVma,
  injectExclAtomic,
  noExecOnNoncacheable,
} from './classify.ts';
import {
  noPermissionReads,
  resolvePfn,
  topUpMemcache,
  topUpMemcacheV73,
  vmaPresent,
} from './entry.ts';
import { install } from './install.ts';
import { adjustToHostLeaf } from '../granule/host-leaf.ts';
import { resolveSize } from '../granule/resolve-size.ts';
import { maskNestedExec, reduceToNested } from '../nested/reduce.ts';
import {
  mteAllowedBeforeLock,
  mteAllowedUnderLock,
  retryIfInvalidated,
  sanitiseMteTags,
} from './late.ts';
import { computeProt } from './prot.ts';
import type { FaultNames, FaultRules } from './run.ts';

/** One function until v6.17. */
const ONE_FUNCTION: FaultNames = {
  fetchCheck: 'exec_fault && s2_force_noncacheable',
  mteCheck: '!fault_is_perm && !s2_force_noncacheable && kvm_has_mte(kvm)',
  relaxCheck: 'fault_is_perm && vma_pagesize == fault_granule',
  loggingCheck: 'logging_active',
  hostLeafCheck: 'vma_pagesize == PAGE_SIZE && !(force_pte || s2_force_noncacheable)',
  granuleCheck: 'fault_is_perm && fault_granule > PAGE_SIZE',
  vma: 'user_mem_abort',
  size: 'user_mem_abort',
  pfn: 'user_mem_abort',
  prot: 'user_mem_abort',
  map: 'user_mem_abort',
};

/** Split into stages by the refactoring that L-REFACT and L-REFACT2 belong to. */
const STAGED: FaultNames = {
  fetchCheck: 'exec_fault && map_non_cacheable',
  mteCheck: '!perm_fault && !map_non_cacheable && kvm_has_mte(kvm)',
  relaxCheck: 'perm_fault && mapping_size == perm_fault_granule',
  loggingCheck: 'memslot_is_logging(memslot)',
  hostLeafCheck: 'mapping_size == PAGE_SIZE && max_map_size > PAGE_SIZE',
  granuleCheck: 'perm_fault_granule > PAGE_SIZE',
  vma: 'kvm_s2_fault_get_vma_info',
  size: 'kvm_s2_resolve_vma_size',
  pfn: 'kvm_s2_fault_pin_pfn',
  prot: 'kvm_s2_fault_compute_prot',
  map: 'kvm_s2_fault_map',
};

/** `user_mem_abort()` before the series. Source: C1. */
export const faultV616: FaultRules = {
  names: ONE_FUNCTION,
  before: [
    noPermissionReads,
    topUpMemcache,
    vmaPresent,
    resolveSize,
    resolvePfn,
    classifyByPfn,
    noExecOnNoncacheable,
    reduceToNested,
    retryIfInvalidated,
    adjustToHostLeaf,
    mteAllowedUnderLock,
    sanitiseMteTags,
    computeProt,
  ],
  size: [resolveSize, classifyByPfn, adjustToHostLeaf],
  install,
};

/** As landed: the page follows its VMA. Source: CODE617, V10-5. */
export const faultV617: FaultRules = {
  names: ONE_FUNCTION,
  before: [
    noPermissionReads,
    topUpMemcache,
    vmaPresent,
    resolveSize,
    resolvePfn,
    classifyByVma,
    noExecOnNoncacheable,
    reduceToNested,
    retryIfInvalidated,
    adjustToHostLeaf,
    mteAllowedUnderLock,
    sanitiseMteTags,
    computeProt,
  ],
  size: [resolveSize, classifyByVma, adjustToHostLeaf],
  install,
};

/** The staged path of 7.3: permission reads are handled, MTE is checked before the lock. Source: CODE734. */
export const faultV73: FaultRules = {
  names: STAGED,
  before: [
    topUpMemcacheV73,
    vmaPresent,
    resolveSize,
    resolvePfn,
    classifyByVma,
    noExecOnNoncacheable,
    injectExclAtomic,
    reduceToNested,
    computeProt,
    maskNestedExec,
    mteAllowedBeforeLock,
    retryIfInvalidated,
    adjustToHostLeaf,
    sanitiseMteTags,
  ],
  size: [resolveSize, classifyByVma, adjustToHostLeaf],
  install,
};
