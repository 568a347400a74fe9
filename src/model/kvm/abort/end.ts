import type { Mapping } from '../fault/mapping.ts';
import type { FaultVerdict } from '../fault/run.ts';

/** The function that has the last word: three that look for a page, and three that do not. */
export type Handler =
  | 'user_mem_abort'
  | 'gmem_abort'
  | 'pkvm_mem_abort'
  | 'handle_access_fault'
  | 'io_mem_abort'
  | 'kvm_handle_guest_sea';

/** How `kvm_handle_guest_abort()` ended. */
export interface AbortEnd {
  readonly verdict: FaultVerdict | 'resumed' | 'emulated' | 'exits';
  /** 1: the guest resumes; 0: KVM_RUN returns with `exit`; negative: KVM_RUN fails with it. */
  readonly ret: number | null;
  readonly handler: Handler | null;
  readonly mapping: Mapping | null;
  readonly injected: 'instruction abort' | 'data abort' | 'SError' | null;
  /** The fault status of the injected abort; null also where a handler of pages injected it. */
  readonly injectedStatus: 'external' | 'external on a table walk' | 'address size' | null;
  /** What the guest finds in its FAR: the address that it used, or the IPA. */
  readonly injectedFar: 'va' | 'ipa' | null;
  readonly effect: 'page made young' | 'instruction skipped' | 'error claimed by firmware' | null;
  readonly exit:
    | 'KVM_EXIT_MEMORY_FAULT'
    | 'KVM_EXIT_MMIO'
    | 'KVM_EXIT_ARM_NISV'
    | 'KVM_EXIT_ARM_SEA'
    | 'KVM_EXIT_ARM_LDST64B'
    | null;
  /** The start of the line in the log of the host; an ellipsis for what the question leaves open. */
  readonly log: string | null;
}

/** The parts of an end that no handler of pages had a say in. */
export const NOT_HANDED_ON = {
  handler: null,
  mapping: null,
  injected: null,
  injectedStatus: null,
  injectedFar: null,
  effect: null,
  exit: null,
  log: null,
} as const;
