import type { Trace } from '../../base/step.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import {
  CAPABILITY_FIELDS,
  readCapability,
  type CapabilityInput,
  type CapabilityQuery,
} from './input.ts';

/** `ret`: 1 supported, 0 not supported or unknown, -22 EINVAL where there is no VM to ask about. */
export type CapabilityDecision = DecisionOf<
  'checkExtension',
  'supported' | 'not-supported' | 'refused'
>;

/** The question, its fields and its rules. */
export const CHECK_EXTENSION: Asked<typeof CAPABILITY_FIELDS, CapabilityDecision> = {
  question: 'checkExtension',
  fields: CAPABILITY_FIELDS,
  read: readCapability,
  nothing: {},
  decide: (q, rules, trace) => {
    const ret = answer(rules, q, trace);
    return { verdict: ret === 1 ? 'supported' : ret === 0 ? 'not-supported' : 'refused', ret };
  },
};

/**
 * What KVM_CHECK_EXTENSION answers for KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED (243).
 * Source: V10-6 and C5 (v6.17), CODE734 (v7.3); unknown before C5.
 */
export function checkExtension(kernel: KernelName, input: CapabilityInput): CapabilityDecision {
  return ask(CHECK_EXTENSION, kernel, input);
}

function answer(rules: NamedRules, q: CapabilityQuery, trace: Trace): number {
  const source = rules.source.capability;
  for (const check of rules.capability.before) {
    const ret = check(q, trace, source);
    if (ret !== null) return ret;
  }
  return rules.capability.answer(q, trace, source);
}
