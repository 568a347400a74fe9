import type { CapabilityRules } from '../capability/check.ts';
import type { FaultRules } from '../fault/run.ts';
import type { SlotCheck, VmaCheck } from '../memslot/check.ts';
import type { PgtableRules } from '../pgtable/rules.ts';
import type { KernelFeatures, ReadSoFar, RuleSources } from './features.ts';

/** One kernel: ordered checks as data. A further kernel is one file with this shape. */
export interface KernelRules {
  readonly name: string;
  readonly has: KernelFeatures;
  readonly source: RuleSources;
  readonly capability: CapabilityRules;
  readonly memslot: {
    /** Checks of the request, before any VMA is looked at. */
    readonly request: readonly SlotCheck[];
    /** Checks of each VMA, in address order. */
    readonly vma: readonly VmaCheck[];
  };
  /** The exits and effects of `user_mem_abort()`, in order. */
  readonly fault: FaultRules;
  /** What the leaves of a stage-2 table can say. */
  readonly pgtable: PgtableRules;
  /** How far the code around was read, where it is not the same in every kernel. */
  readonly read: ReadSoFar;
}
