import { requiredFlag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { noteUnread } from '../not-in-kernel.ts';

/** What `vncrPage` is asked: the page that VNCR_EL2 of a guest hypervisor points to. */
export interface VncrPageInput {
  /** pfn_is_map_memory(): memblock lists the page as memory, and not as NOMAP. */
  readonly pfnIsMapMemory: boolean;
}

/** 'unknown' for the kernels in which this was not read. `ret` is null: the value was not noted. */
export type VncrPageDecision = DecisionOf<'vncrPage', 'accepted' | 'refused' | 'unknown'>;

const FIELDS = [
  requiredFlag('pfnIsMapMemory', 'memblock lists the page as memory, and not as NOMAP'),
] as const;

/** The question, its fields and its rules. */
export const VNCR_PAGE: Asked<typeof FIELDS, VncrPageDecision> = {
  question: 'vncrPage',
  fields: FIELDS,
  nothing: {},
  decide: ({ pfnIsMapMemory }, rules, trace) => {
    const where = 'kvm_translate_vncr';
    if (!rules.read.vncr) {
      noteUnread(where, rules, trace);
      return { verdict: 'unknown', ret: null };
    }
    const check = 'pfn_is_map_memory(pfn)';
    const inputs = { pfnIsMapMemory };
    trace.note('read', check, where, inputs, pfnIsMapMemory, rules.source.mmu);
    return { verdict: pfnIsMapMemory ? 'accepted' : 'refused', ret: null };
  },
};

/**
 * Whether KVM takes a page as the VNCR page of a guest hypervisor: only RAM. A cacheable PFNMAP
 * page is refused here, though stage 2 takes it with FWB and DIC; a FIXME in the code calls that too
 * restrictive. Source: CODE734, v7.3 only; read, not evaluated.
 */
export function vncrPage(kernel: KernelName, input: VncrPageInput): VncrPageDecision {
  return ask(VNCR_PAGE, kernel, input);
}
