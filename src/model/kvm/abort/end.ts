import type { Mapping } from '../fault/mapping.ts';
import type { FaultVerdict } from '../fault/run.ts';

/** The function that the abort is handed to. */
export type Handler = 'user_mem_abort' | 'gmem_abort' | 'pkvm_mem_abort';

/** How `kvm_handle_guest_abort()` ended. */
export interface AbortEnd {
  readonly verdict: FaultVerdict | 'resumed' | 'emulated';
  /** 1: the guest resumes; negative: KVM_RUN fails with it; null: MMIO decides. */
  readonly ret: number | null;
  readonly handler: Handler | null;
  readonly mapping: Mapping | null;
  readonly injected: 'instruction abort' | 'data abort' | null;
  readonly effect: 'page made young' | 'instruction skipped' | null;
  readonly exit: 'KVM_EXIT_MEMORY_FAULT' | null;
}

/** The parts of an end that no handler had a say in. */
export const NOT_HANDED_ON = {
  handler: null,
  mapping: null,
  injected: null,
  effect: null,
  exit: null,
} as const;
