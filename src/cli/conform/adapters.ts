import type { Adapter } from './adapter.ts';
import { archCombine } from './arch-combine.ts';
import { archControls } from './arch-controls.ts';
import { archExamples } from './arch-examples.ts';
import { archMair } from './arch-mair.ts';
import { archReserved } from './arch-reserved.ts';
import { kvmCacheMaintenance } from './kvm-cache-maintenance.ts';
import { kvmCacheTrap } from './kvm-cache-trap.ts';
import { kvmCapability } from './kvm-capability.ts';
import { kvmFaultNested } from './kvm-fault-nested.ts';
import { kvmFaultOrder } from './kvm-fault-order.ts';
import { kvmFault } from './kvm-fault.ts';
import { kvmGranule } from './kvm-granule.ts';
import { kvmGuestAbort } from './kvm-guest-abort.ts';
import { kvmIcacheRange } from './kvm-icache-range.ts';
import { kvmMemslotChange } from './kvm-memslot-change.ts';
import { kvmMemslotWalk } from './kvm-memslot-walk.ts';
import { kvmMemslot } from './kvm-memslot.ts';
import { kvmPfnLookup } from './kvm-pfn-lookup.ts';
import { kvmS2Attributes } from './kvm-s2-attributes.ts';
import { kvmSlotHuge } from './kvm-slot-huge.ts';
import { kvmVcpuInit } from './kvm-vcpu-init.ts';
import { kvmVmaCacheable } from './kvm-vma-cacheable.ts';
import { kvmVmaPageShift } from './kvm-vma-page-shift.ts';
import { policyMemslotFlag } from './policy-memslot-flag.ts';

/** The functions that the model answers, one adapter each. */
export const ADAPTERS: readonly Adapter[] = [
  archCombine,
  archControls,
  archExamples,
  archMair,
  archReserved,
  kvmCacheMaintenance,
  kvmCacheTrap,
  kvmCapability,
  kvmFault,
  kvmFaultNested,
  kvmFaultOrder,
  kvmGranule,
  kvmGuestAbort,
  kvmIcacheRange,
  kvmMemslot,
  kvmMemslotChange,
  kvmMemslotWalk,
  kvmPfnLookup,
  kvmS2Attributes,
  kvmSlotHuge,
  kvmVcpuInit,
  kvmVmaCacheable,
  kvmVmaPageShift,
  policyMemslotFlag,
];
