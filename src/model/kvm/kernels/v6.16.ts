import { unknownExtension } from '../capability/check.ts';
import { faultV616 } from '../fault/order.ts';
import { mteAllowed, noDirtyLogOnPfnmap } from '../memslot/vma-checks.ts';
import { beyondIpa, deleteSlot } from '../memslot/slot-checks.ts';
import { ONE_X_BIT } from '../pgtable/rules.ts';
import type { KernelRules } from './rules.ts';

/**
 * Before the series. The source is its first patch, 8cc9dc1ae4fb, which only renames a variable,
 * so its logic is that of v6.16. The generic memslot code,
 * the page tables and the cache traps were read in 6.12 and decide alike.
 */
export const v616 = {
  name: 'v6.16',
  has: {
    vmaIsCacheable: false,
    guestMemfd: false,
    protectedVm: false,
    exclAtomicFault: false,
    pfnmapShift: true,
    noncacheableStaysPage: true,
    dropsPageEarly: false,
  },
  source: {
    mmu: ['C1'],
    cacheable: ['C1'],
    capability: ['C5'],
    memslotChange: ['CODE734'],
    granule: ['C1'],
    pgtable: ['CODE734'],
    cacheTrap: ['CODE734'],
  },
  capability: { before: [], answer: unknownExtension },
  memslot: { request: [deleteSlot, beyondIpa], vma: [mteAllowed, noDirtyLogOnPfnmap] },
  fault: faultV616,
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
