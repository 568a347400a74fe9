import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { notInKernel } from '../not-in-kernel.ts';
import { nestedWrong } from '../nested/wrong.ts';
import { gmemAbort, type GmemEnd } from './gmem-abort.ts';
import { GUEST_MEMFD_FIELDS, type GuestMemfdFaultInput } from './input.ts';

/** `ret` is what `gmem_abort()` returns; 'fails' comes with the exit data of `exit`. */
export interface GuestMemfdFaultDecision extends DecisionOf<
  'handleGuestMemfdFault',
  GmemEnd['verdict']
> {
  /** What was done to the stage-2 table: always Normal cacheable, always a page. */
  readonly mapping: GmemEnd['mapping'];
  /** KVM_EXIT_MEMORY_FAULT where there is no page: unlike the errors of `handleFault`. */
  readonly exit: GmemEnd['exit'];
  /** Cache of page-table pages that was topped up; hyp on a pKVM host. */
  readonly memcache: GmemEnd['memcache'] | null;
  /** The page was marked dirty in the slot. */
  readonly markedDirty: boolean | null;
}

/** The question, its fields and its rules. */
export const GUEST_MEMFD_FAULT: Asked<typeof GUEST_MEMFD_FIELDS, GuestMemfdFaultDecision> = {
  question: 'handleGuestMemfdFault',
  fields: GUEST_MEMFD_FIELDS,
  nothing: { mapping: null, exit: null, memcache: null, markedDirty: null },
  wrong: (q, rules) => {
    if (!rules.has.guestMemfd) return notInKernel('guest_memfd', rules, 'guestMemfd');
    return q.nested === null ? null : nestedWrong(q.nested, q.xnx, rules);
  },
  decide: (q, rules, trace) => {
    const end = gmemAbort(q, rules, trace);
    return { ...end, markedDirty: end.mapping !== null && end.mapping.w };
  },
};

/**
 * What KVM does with a stage-2 fault on a guest_memfd slot: `gmem_abort()`. VMA attributes, FWB
 * and DIC for PFNMAP do not come up. v7.3 only: neither v6.16 nor v6.17 has guest_memfd on arm64.
 * Source: CODE734, evaluated; L-GMEM2.
 */
export function handleGuestMemfdFault(
  kernel: KernelName,
  input: GuestMemfdFaultInput,
): GuestMemfdFaultDecision {
  return ask(GUEST_MEMFD_FAULT, kernel, input);
}
