import type { ModelError } from '../../base/error.ts';
import { ask, type Asked, type Outcome } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { fieldNotInKernel } from '../not-in-kernel.ts';
import { noteHostEntry } from '../vma/host-entry.ts';
import { HOOK } from './check.ts';
import { readSlotQuery, SLOT_QUERY_FIELDS, type MemslotInput, type SlotQuery } from './input.ts';
import { rangeError, vmasUnderSlot } from './walk.ts';

/** `ret`: 0, -1 EPERM, -14 EFAULT or -22 EINVAL, as user space gets it. */
export interface MemslotDecision extends DecisionOf<'prepareMemoryRegion', 'accepted' | 'refused'> {
  /** Place in the input's list of the VMA that was refused; null where none was. */
  readonly refusedVma: number | null;
}

/** The question, its fields and its rules. */
export const PREPARE_MEMORY_REGION: Asked<typeof SLOT_QUERY_FIELDS, MemslotDecision> = {
  question: 'prepareMemoryRegion',
  fields: SLOT_QUERY_FIELDS,
  read: readSlotQuery,
  nothing: { refusedVma: null },
  wrong: (q, rules) => rangeError(q) ?? absentError(q, rules),
  decide: (q, rules, trace) => {
    for (const check of rules.memslot.request) {
      const ret = check(q, trace, rules.source);
      if (ret !== null) return answer(ret, null);
    }
    for (const { vma, index } of vmasUnderSlot(q)) {
      noteHostEntry(vma, HOOK, trace, rules.source.cacheable);
      for (const check of rules.memslot.vma) {
        const ret = check(vma, index, q, trace, rules.source);
        if (ret !== null) return answer(ret, index);
      }
    }
    trace.ask('hva < reg_end', HOOK, { vmas: q.vmas.length }, false, rules.source.mmu);
    return answer(0, null);
  },
};

/**
 * What `kvm_arch_prepare_memory_region()`, the arm64 hook, says to a memslot change: the checks of
 * the request, then each VMA under the slot. It asks about flags and AttrIndx, never about the PFN.
 * Source: C1 (v6.16), CODE617 and V10-5 (v6.17), CODE734 (v7.3).
 */
export function prepareMemoryRegion(kernel: KernelName, input: MemslotInput): MemslotDecision {
  return ask(PREPARE_MEMORY_REGION, kernel, input);
}

function answer(ret: number, refusedVma: number | null): Outcome<MemslotDecision> {
  return { verdict: ret === 0 ? 'accepted' : 'refused', ret, refusedVma };
}

/** An input that describes what the kernel does not have is no question about that kernel. */
function absentError(q: SlotQuery, rules: NamedRules): ModelError | null {
  const { guestMemfd, protectedVm } = q;
  if (guestMemfd !== 'none' && !rules.has.guestMemfd)
    return fieldNotInKernel('guestMemfd', guestMemfd, "'none'", rules, 'guestMemfd');
  if (protectedVm !== 'no' && !rules.has.protectedVm)
    return fieldNotInKernel('protectedVm', protectedVm, "'no'", rules, 'protectedVm');
  return null;
}
