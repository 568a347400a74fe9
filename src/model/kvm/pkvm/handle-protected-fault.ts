import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { notInKernel } from '../not-in-kernel.ts';
import { pkvmMemAbort, type ProtectedEnd } from './pkvm-mem-abort.ts';
import { PROTECTED_FAULT_FIELDS, type ProtectedFaultInput } from './protected-input.ts';

/** `ret` is what `pkvm_mem_abort()` returns. */
export interface ProtectedFaultDecision extends DecisionOf<
  'handleProtectedFault',
  ProtectedEnd['verdict']
> {
  /** What was done to the stage-2 table: a page, Normal cacheable, RWX. */
  readonly mapping: ProtectedEnd['mapping'];
}

/** The question, its fields and its rules. */
export const PROTECTED_FAULT: Asked<typeof PROTECTED_FAULT_FIELDS, ProtectedFaultDecision> = {
  question: 'handleProtectedFault',
  fields: PROTECTED_FAULT_FIELDS,
  nothing: { mapping: null },
  wrong: (_q, rules) =>
    rules.has.protectedVm ? null : notInKernel('protected VMs', rules, 'protectedVm'),
  decide: pkvmMemAbort,
};

/**
 * What KVM does with a stage-2 fault of a protected VM: `pkvm_mem_abort()`. Source: CODE734,
 * evaluated for a given result of pinning; the limit of locked memory, what cannot be pinned (MM734)
 * and a page that the guest has already were read.
 * What EL2 does was not evaluated.
 */
export function handleProtectedFault(
  kernel: KernelName,
  input: ProtectedFaultInput,
): ProtectedFaultDecision {
  return ask(PROTECTED_FAULT, kernel, input);
}
