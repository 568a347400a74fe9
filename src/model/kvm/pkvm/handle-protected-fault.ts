import { choice, flag, optional, requiredFlag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { notInKernel } from '../not-in-kernel.ts';
import { pkvmMemAbort, type ProtectedEnd } from './pkvm-mem-abort.ts';

const TOP_UP = ['ok', 'fails'] as const;
const MAPPED = ['intact', 'poisoned'] as const;
const PIN = ['ok', 'hwpoison', 'fails'] as const;

/** What `handleProtectedFault` is asked: a stage-2 fault of a protected pKVM VM, v7.3. */
export interface ProtectedFaultInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** The page stands behind a VM_PFNMAP VMA, which cannot be pinned. */
  readonly vmPfnmap?: boolean;
  /** The same for VM_IO. */
  readonly vmIo?: boolean;
  /** Topping up the page cache of EL2. Default ok. */
  readonly memcacheTopUp?: (typeof TOP_UP)[number];
  /** The limit of locked memory, RLIMIT_MEMLOCK, is reached. */
  readonly memlockLimit?: boolean;
  /** What pin_user_pages() gives; left out, it follows from the flags of the VMA. */
  readonly pin?: (typeof PIN)[number];
  /** The folio is swap-backed. Default true. */
  readonly swapBacked?: boolean;
  /** The guest has the page already, and a bad access of the host has poisoned it or not. */
  readonly mappedAlready?: 'intact' | 'poisoned';
}

/** `ret` is what `pkvm_mem_abort()` returns. */
export interface ProtectedFaultDecision extends DecisionOf<
  'handleProtectedFault',
  ProtectedEnd['verdict']
> {
  /** What was done to the stage-2 table: a page, Normal cacheable, RWX. */
  readonly mapping: ProtectedEnd['mapping'];
}

/** The fields that only a protected VM has. */
export const PROTECTED_FIELDS = [
  choice('memcacheTopUp', 'topping up the page cache of EL2', TOP_UP, 'ok'),
  flag('memlockLimit', 'the limit of locked memory is reached'),
  optional(choice('pin', 'what pin_user_pages() gives', PIN)),
  flag('swapBacked', 'the folio is swap-backed', true),
  optional(choice('mappedAlready', 'the guest has the page already', MAPPED)),
] as const;

const FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  flag('vmPfnmap', 'the page stands behind a VM_PFNMAP VMA'),
  flag('vmIo', 'the page stands behind a VM_IO VMA'),
  ...PROTECTED_FIELDS,
] as const;

/** The question, its fields and its rules. */
export const PROTECTED_FAULT: Asked<typeof FIELDS, ProtectedFaultDecision> = {
  question: 'handleProtectedFault',
  fields: FIELDS,
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
