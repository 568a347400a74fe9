import type { ErrnoName } from '../kvm/errno.ts';
import type { FaultDecision } from '../kvm/fault/handle-fault.ts';
import type { FaultInput } from '../kvm/fault/input.ts';
import type { MemslotInput } from '../kvm/memslot/input.ts';
import type { MemslotDecision } from '../kvm/memslot/prepare.ts';

/** What stage 2 makes of the page: Normal cacheable, Device-nGnRE or Normal-NC. */
export type MapWord = 'normal' | 'device' | 'normal-nc';

/** What user space asked for beside what the kernel's functions are given. */
export interface Request {
  /** The slot has the flag that asks for a cacheable mapping (KVM_MEM_ENABLE_CACHEABLE_PFNMAP). */
  readonly slotAsks: boolean;
}

/** A word or the kernel's own decision: accepted, or the error that user space gets. */
export type SlotAnswer = 'accepted' | ErrnoName | MemslotDecision;

/**
 * What is mapped, the error of KVM_RUN, or the kernel's own decision. ENOEXEC on a fetch is no
 * error of KVM_RUN: the guest gets an abort. `maintain` does the cache maintenance that KVM does
 * for memory with an address, through a mapping made on demand.
 */
export type FaultAnswer =
  MapWord | ErrnoName | { readonly map: MapWord; readonly maintain?: boolean } | FaultDecision;

/** A policy: plain functions over the inputs of `prepareMemoryRegion` and `handleFault`. */
export interface Policy {
  readonly name: string;
  readonly onMemslot: (input: MemslotInput, request: Request) => SlotAnswer;
  /** Asked for a read, a write and a fetch; one type for all of them. */
  readonly onFault: (input: FaultInput, request: Request) => FaultAnswer;
}

/** Who argued for a policy, and where. */
export interface Argued {
  readonly by: string;
  readonly source: readonly string[];
}

/** A policy of the debate. */
export interface NamedPolicy extends Policy {
  /** What it does, in one sentence. */
  readonly meaning: string;
  readonly argued: readonly Argued[];
  /** What became of it. */
  readonly became: string;
  /** Sources of `became`. */
  readonly source: readonly string[];
}
