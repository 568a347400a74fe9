import { choice, flag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { MemType } from '../fault/mapping.ts';
import type { KernelName } from '../kernels/registry.ts';
import { noteUnread } from '../not-in-kernel.ts';
import { pkvmShareGuest } from './share-guest.ts';

const MEM_TYPES = ['NORMAL', 'NORMAL_NC', 'DEVICE'] as const satisfies readonly MemType[];
const REGIONS = ['memory', 'nomap', 'not-memory'] as const;

/** What `pkvmMap` is asked: KVM at EL1 asks EL2 to map a page for a VM that is not protected. */
export interface PkvmMapInput {
  /** Memory type that the prot bits ask for. Default NORMAL, which has no bit of its own. */
  readonly memType?: MemType;
  /** The PFN lies beyond what the host may name. */
  readonly beyondHostRange?: boolean;
  /** The size is neither a page nor a PMD, or not aligned. */
  readonly badSize?: boolean;
  /** The range crosses a border between memory and something else. */
  readonly acrossBorder?: boolean;
  /** What stands at the address: memory (default), memory marked NOMAP, or no memory. */
  readonly region?: (typeof REGIONS)[number];
}

/** 'unknown' for the kernels in which this was not verified. */
export type PkvmMapDecision = DecisionOf<'pkvmMap', 'accepted' | 'refused' | 'unknown'>;

const FIELDS = [
  choice('memType', 'memory type of the prot bits', MEM_TYPES, 'NORMAL'),
  flag('beyondHostRange', 'the PFN lies beyond the range of the host'),
  flag('badSize', 'neither a page nor a PMD, or not aligned'),
  flag('acrossBorder', 'the range crosses a border of memory'),
  choice('region', 'what stands at the address', REGIONS, 'memory'),
] as const;

/** The question, its fields and its rules. */
export const PKVM_MAP: Asked<typeof FIELDS, PkvmMapDecision> = {
  question: 'pkvmMap',
  fields: FIELDS,
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
