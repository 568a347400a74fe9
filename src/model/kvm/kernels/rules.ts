import type { CapabilityRules } from '../capability/check.ts';
import type { FaultRules } from '../fault/run.ts';
import type { SlotCheck, VmaCheck } from '../memslot/check.ts';

/** Where the rules of a kernel are stated, by part. Ids of the list of sources. */
export interface RuleSources {
  /** arch/arm64/kvm/mmu.c: the fault path and the arm64 memslot hook. */
  readonly mmu: readonly string[];
  /** What concerns cacheable PFNMAP mappings in it. */
  readonly cacheable: readonly string[];
  /** The answer of KVM_CHECK_EXTENSION. */
  readonly capability: readonly string[];
  /** virt/kvm/kvm_main.c: which kind of change a memslot request is. */
  readonly memslotChange: readonly string[];
}

/** What a kernel has; a field of an input that describes something else is refused. */
export interface KernelFeatures {
  /** `kvm_vma_is_cacheable()` exists. */
  readonly vmaIsCacheable: boolean;
  /** guest_memfd slots on arm64. */
  readonly guestMemfd: boolean;
  /** Protected VMs are told apart in the memslot hook. */
  readonly protectedVm: boolean;
  /** `user_mem_abort()` handles unsupported exclusive and atomic accesses. */
  readonly exclAtomicFault: boolean;
  /** Exits between the PFN lookup and the lock drop the page reference. */
  readonly dropsPageEarly: boolean;
}

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
}
