import type { GuestAbortDecision } from './abort/handle-guest-abort.ts';
import type { CacheToggleDecision } from './cache-trap/cache-toggle.ts';
import type { SetWayTrapDecision } from './cache-trap/set-way-trap.ts';
import type { VcpuInitDecision } from './cache-trap/vcpu-init.ts';
import type { CapabilityDecision } from './capability/check-extension.ts';
import type { FaultDecision } from './fault/handle-fault.ts';
import type { GranuleDecision } from './granule/granule.ts';
import type { SlotSupportsHugeDecision } from './granule/slot-supports-huge.ts';
import type { VmaPageShiftDecision } from './granule/vma-page-shift.ts';
import type { GuestMemfdFaultDecision } from './guest-memfd/handle-guest-memfd-fault.ts';
import type { MemslotChangeDecision } from './memslot/change.ts';
import type { MemslotDecision } from './memslot/prepare.ts';
import type { VncrPageDecision } from './nested/vncr-page.ts';
import type { CacheMaintenanceDecision } from './pgtable/cache-maintenance.ts';
import type { IcacheRangeDecision } from './pgtable/icache-range.ts';
import type { Stage2AttributesDecision } from './pgtable/stage2-attributes.ts';
import type { ProtectedFaultDecision } from './pkvm/handle-protected-fault.ts';
import type { HvaToPfnDecision } from './pfn/hva-to-pfn.ts';
import type { PkvmMapDecision } from './pkvm/pkvm-map.ts';
import type { VmaCacheableDecision } from './vma/cacheable.ts';

/** Any answer about the kernel. */
export type Decision =
  | CapabilityDecision
  | VmaCacheableDecision
  | MemslotChangeDecision
  | MemslotDecision
  | FaultDecision
  | GuestAbortDecision
  | GuestMemfdFaultDecision
  | ProtectedFaultDecision
  | PkvmMapDecision
  | VncrPageDecision
  | HvaToPfnDecision
  | GranuleDecision
  | VmaPageShiftDecision
  | SlotSupportsHugeDecision
  | Stage2AttributesDecision
  | CacheMaintenanceDecision
  | IcacheRangeDecision
  | SetWayTrapDecision
  | CacheToggleDecision
  | VcpuInitDecision;

/** The questions about the kernel, by function name. */
export type Question = Decision['question'];

/** Every verdict that a decision may have. */
export type Verdict = Decision['verdict'];
