import { needsVm, protectedVmFilter, supportsCacheablePfnmap } from '../capability/check.ts';
import { faultV73 } from '../fault/order.ts';
import {
  beyondIpa,
  deleteSlot,
  guestMemfdMappable,
  guestMemfdWithoutMte,
  protectedVmFlags,
  protectedVmKeepsSlots,
} from '../memslot/slot-checks.ts';
import { cacheablePfnmapNeedsCaps, mteAllowed, noDirtyLogOnPfnmap } from '../memslot/vma-checks.ts';
import { UX_AND_PX } from '../pgtable/rules.ts';
import type { KernelRules } from './rules.ts';

/** Linux 7.3.4: Debian source package, its functions compiled and evaluated on every row. */
export const v73 = {
  name: 'v7.3',
  has: {
    vmaIsCacheable: true,
    guestMemfd: true,
    protectedVm: true,
    exclAtomicFault: true,
    pfnmapShift: false,
    noncacheableStaysPage: false,
    dropsPageEarly: true,
  },
  source: {
    mmu: ['CODE734'],
    cacheable: ['CODE734'],
    capability: ['CODE734'],
    memslotChange: ['CODE734'],
    granule: ['CODE734', 'L-LEAF'],
    pgtable: ['CODE734'],
    cacheTrap: ['CODE734'],
  },
  capability: { before: [protectedVmFilter, needsVm], answer: supportsCacheablePfnmap },
  memslot: {
    request: [
      protectedVmKeepsSlots,
      protectedVmFlags,
      deleteSlot,
      beyondIpa,
      guestMemfdMappable,
      guestMemfdWithoutMte,
    ],
    vma: [mteAllowed, noDirtyLogOnPfnmap, cacheablePfnmapNeedsCaps],
  },
  fault: faultV73,
  pgtable: UX_AND_PX,
  read: {
    guestAbort: true,
    lookup: true,
    vcpuInit: true,
    icacheRange: true,
    pkvmMap: true,
    vncr: true,
  },
} as const satisfies KernelRules;
