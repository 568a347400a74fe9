import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { noteUnread } from '../not-in-kernel.ts';
import { PKVM_MAP_FIELDS, type PkvmMapInput } from './map-input.ts';
import { pkvmShareGuest } from './share-guest.ts';

/** 'unknown' for the kernels in which this was not verified. */
export type PkvmMapDecision = DecisionOf<'pkvmMap', 'accepted' | 'refused' | 'unknown'>;

/** The question, its fields and its rules. */
export const PKVM_MAP: Asked<typeof PKVM_MAP_FIELDS, PkvmMapDecision> = {
  question: 'pkvmMap',
  fields: PKVM_MAP_FIELDS,
  nothing: {},
  decide: (q, rules, trace) => {
    if (!rules.read.pkvmMap) {
      noteUnread('__pkvm_host_share_guest', rules, trace);
      return { verdict: 'unknown', ret: null };
    }
    const ret = pkvmShareGuest(q, rules, trace);
    return { verdict: ret === 0 ? 'accepted' : 'refused', ret };
  },
};

/**
 * Whether EL2 maps a page for a VM that is not protected, on a pKVM host. No PFNMAP passes: a
 * non-cacheable one carries a bit beside R, W and X (EINVAL), a cacheable one is no memory
 * (EPERM), though the capability says 1 and the memslot was accepted. Source: CODE734, v7.3 only;
 * read, not evaluated.
 */
export function pkvmMap(kernel: KernelName, input: PkvmMapInput): PkvmMapDecision {
  return ask(PKVM_MAP, kernel, input);
}
