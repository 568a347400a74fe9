import type { Trace } from '../../base/step.ts';
import type { RuleSources } from '../kernels/features.ts';
import type { FullVma } from '../vma/vma.ts';
import type { SlotQuery } from './input.ts';

/** One check of the hook: the value that it returns, or null to go on. */
export type SlotCheck = (q: SlotQuery, trace: Trace, source: RuleSources) => number | null;

/** One check of a VMA under the slot. `index` is its place in the input's list. */
export type VmaCheck = (
  vma: FullVma,
  index: number,
  q: SlotQuery,
  trace: Trace,
  source: RuleSources,
) => number | null;

/** The function in which the checks stand. */
export const HOOK = 'kvm_arch_prepare_memory_region';
