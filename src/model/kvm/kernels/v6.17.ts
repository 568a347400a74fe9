import { needsVm, protectedVmFilter, supportsCacheablePfnmap } from '../capability/check.ts';
import { faultV617 } from '../fault/order.ts';
import { beyondIpa, deleteSlot } from '../memslot/slot-checks.ts';
import { cacheablePfnmapNeedsCaps, mteAllowed, noDirtyLogOnPfnmap } from '../memslot/vma-checks.ts';
import { ONE_X_BIT } from '../pgtable/rules.ts';
import type { KernelRules } from './rules.ts';

/**
 * As the series landed, read at 0c67288e0c8b. The capability is that of the posted patch 6/6: the
 * final text of the last commit was not read. The generic memslot code, the page
 * tables and the cache traps were read in 6.12.
 */
export const v617 = {
  name: 'v6.17',
  has: {
    vmaIsCacheable: true,
    guestMemfd: false,
    protectedVm: false,
    exclAtomicFault: false,
    pfnmapShift: true,
    noncacheableStaysPage: true,
    dropsPageEarly: false,
  },
  source: {
    mmu: ['CODE617'],
    cacheable: ['CODE617', 'V10-5'],
    capability: ['V10-6', 'C5'],
    memslotChange: ['CODE734'],
    granule: ['CODE617'],
    pgtable: ['CODE734'],
    cacheTrap: ['CODE734'],
  },
  capability: { before: [protectedVmFilter, needsVm], answer: supportsCacheablePfnmap },
  memslot: {
    request: [deleteSlot, beyondIpa],
    vma: [mteAllowed, noDirtyLogOnPfnmap, cacheablePfnmapNeedsCaps],
  },
  fault: faultV617,
  pgtable: ONE_X_BIT,
  read: {
    guestAbort: false,
    lookup: false,
    vcpuInit: false,
    icacheRange: false,
    pkvmMap: false,
    vncr: false,
  },
} as const satisfies KernelRules;
