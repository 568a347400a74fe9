import type { Adapter } from './adapter.ts';
import { archCombine } from './arch-combine.ts';
import { archControls } from './arch-controls.ts';
import { archExamples } from './arch-examples.ts';
import { archMair } from './arch-mair.ts';
import { archReserved } from './arch-reserved.ts';
import { kvmCapability } from './kvm-capability.ts';
import { kvmFaultOrder } from './kvm-fault-order.ts';
import { kvmFault } from './kvm-fault.ts';
import { kvmMemslotChange } from './kvm-memslot-change.ts';
import { kvmMemslotWalk } from './kvm-memslot-walk.ts';
import { kvmMemslot } from './kvm-memslot.ts';
import { kvmVmaCacheable } from './kvm-vma-cacheable.ts';

/** The functions that the model answers, one adapter each. */
export const ADAPTERS: readonly Adapter[] = [
  archCombine,
  archControls,
  archExamples,
  archMair,
  archReserved,
  kvmCapability,
  kvmFault,
  kvmFaultOrder,
  kvmMemslot,
  kvmMemslotChange,
  kvmMemslotWalk,
  kvmVmaCacheable,
];
