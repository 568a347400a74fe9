import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { CHANGE_FIELDS, deriveChange, type MemslotChangeInput } from './derive-change.ts';
import type { MemslotChange } from './input.ts';

/** `change` is null where the arm64 hook is not called: on an error, and where nothing changes. */
export interface MemslotChangeDecision extends DecisionOf<'memslotChange', 'accepted' | 'refused'> {
  readonly change: MemslotChange | null;
}

/** The question, its fields and its rules. */
export const MEMSLOT_CHANGE: Asked<typeof CHANGE_FIELDS, MemslotChangeDecision> = {
  question: 'memslotChange',
  fields: CHANGE_FIELDS,
  nothing: { change: null },
  decide: (q, rules, trace) => {
    const { ret, change } = deriveChange(q, trace, rules);
    return { verdict: ret === 0 ? 'accepted' : 'refused', ret, change };
  },
};

/**
 * Which kind of change a memslot request is, before the arm64 hook runs: the generic part of
 * KVM_SET_USER_MEMORY_REGION2. Source: CODE734; for v6.16 and v6.17 the code of 6.12, which
 * decides alike.
 */
export function memslotChange(
  kernel: KernelName,
  input: MemslotChangeInput,
): MemslotChangeDecision {
  return ask(MEMSLOT_CHANGE, kernel, input);
}
