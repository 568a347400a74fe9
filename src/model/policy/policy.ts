import type { ErrnoName } from '../kvm/errno.ts';
import type { FaultDecision } from '../kvm/fault/handle-fault.ts';
import type { FaultInput } from '../kvm/fault/input.ts';
import type { MemslotInput } from '../kvm/memslot/input.ts';
import type { MemslotDecision } from '../kvm/memslot/prepare.ts';
import type { Vma } from '../kvm/vma/vma.ts';

/** What stage 2 makes of the page: Normal cacheable, Device-nGnRE or Normal-NC. */
export type MapWord = 'normal' | 'device' | 'normal-nc';

/** A VMA with the question that versions 3 to 6 of the series asked, and no kernel asks. */
export interface PolicyVma extends Vma {
  /** is_cow_mapping(): the VMA is private and may be written. Default false. */
  readonly cowMapping?: boolean;
}

/** What `onMemslot` is asked: the input of `prepareMemoryRegion`. */
export interface PolicySlot extends Omit<MemslotInput, 'vmas'> {
  readonly vmas: readonly PolicyVma[];
}

/** What `onFault` is asked: the input of `handleFault`. */
export interface PolicyFault extends Omit<FaultInput, 'vma'> {
  readonly vma: PolicyVma | null;
}

/** A word or the kernel's own decision: accepted, or the error that user space gets. */
export type SlotAnswer = 'accepted' | ErrnoName | MemslotDecision;

/**
 * What is mapped, the error of KVM_RUN, or the kernel's own decision. ENOEXEC on a fetch is no
 * error of KVM_RUN: the guest gets an abort. `maintain` cleans and invalidates the line to the PoC
 * before the page is mapped, whatever is mapped, and invalidates the instruction cache where B may
 * fetch. It is left out where nothing can be missed: the clean where stage 2 forces Write-Back
 * (FWB and Normal), the other with DIC. A clean works on an address, and a page outside the linear
 * map has none until KVM makes a mapping for it.
 */
export type FaultAnswer =
  MapWord | ErrnoName | { readonly map: MapWord; readonly maintain?: boolean } | FaultDecision;

/** A policy: plain functions over the inputs of `prepareMemoryRegion` and `handleFault`. */
export interface Policy {
  readonly name: string;
  readonly onMemslot: (input: PolicySlot) => SlotAnswer;
  /** Asked for a read, a write and a fetch; one type for all of them. */
  readonly onFault: (input: PolicyFault) => FaultAnswer;
}

/** Who posted or proposed a policy, in mails of their own. */
export interface Argued {
  readonly by: string;
  /** What they did, and when. */
  readonly how: string;
  /** Their own mails and patches, no mail about them. */
  readonly source: readonly string[];
}

/** A policy of the debate. */
export interface NamedPolicy extends Policy {
  /** What it does, in one sentence. */
  readonly meaning: string;
  readonly argued: readonly Argued[];
  /** What became of it. */
  readonly became: string;
  /** Sources of `meaning` and `became`. */
  readonly source: readonly string[];
}
