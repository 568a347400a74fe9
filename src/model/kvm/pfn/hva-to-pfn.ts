import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { noteUnread } from '../not-in-kernel.ts';
import type { PfnFound } from './found.ts';
import { HVA_TO_PFN_FIELDS, type HvaToPfnInput } from './input.ts';
import { lookUp } from './look-up.ts';

export type { HvaToPfnInput };

/** Where the lookup is stated: KVM's part, and what it asks of the memory management. */
export const LOOKUP_SOURCE = ['CODE734', 'MM734'] as const;

/** `ret` is null: the answer is a frame number, or an error in its place. */
export interface HvaToPfnDecision extends DecisionOf<
  'hvaToPfn',
  'found' | 'not-found' | 'unknown'
> {
  /** For a guest KVM_PFN_ERR_HWPOISON queues a SIGBUS, and all others end in EFAULT. */
  readonly pfnError: PfnFound['pfnError'];
  /** The page is reported as writable; null where nobody asks. */
  readonly writable: PfnFound['writable'];
  /** A reference to a struct page is held; false for a bare frame number or an error. */
  readonly pageReference: PfnFound['pageReference'] | null;
  /** Calls of fixup_user_fault(). */
  readonly faultInCalls: PfnFound['faultInCalls'] | null;
  /** How often the lookup began again because the mmap lock had been dropped. */
  readonly retries: PfnFound['retries'] | null;
}

const NOTHING = {
  pfnError: null,
  writable: null,
  pageReference: null,
  faultInCalls: null,
  retries: null,
};

/** The question, its fields and its rules. */
export const HVA_TO_PFN: Asked<typeof HVA_TO_PFN_FIELDS, HvaToPfnDecision> = {
  question: 'hvaToPfn',
  fields: HVA_TO_PFN_FIELDS,
  nothing: NOTHING,
  decide: (q, rules, trace) => {
    if (!rules.read.lookup) {
      noteUnread('hva_to_pfn', rules, trace);
      return { ...NOTHING, verdict: 'unknown', ret: null };
    }
    const found = lookUp(q, LOOKUP_SOURCE, trace);
    return { ...found, verdict: found.pfnError === null ? 'found' : 'not-found', ret: null };
  },
};

/**
 * Which frame KVM finds behind an address of user space: `hva_to_pfn()` after its fast attempt. GUP
 * comes first; where it refuses, VM_IO and VM_PFNMAP mappings are read from the page table of the
 * host. A raw frame under VM_MIXEDMAP alone is an error on every host, and so is a read-only entry
 * on a write. 'unknown' for v6.16 and v6.17, where it was not read. Source: CODE734, MM734.
 */
export function hvaToPfn(kernel: KernelName, input: HvaToPfnInput): HvaToPfnDecision {
  return ask(HVA_TO_PFN, kernel, input);
}
