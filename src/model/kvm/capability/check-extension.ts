import { flag, requiredFlag, type Field } from '../../base/field.ts';
import { BadInput, readInput } from '../../base/read-input.ts';
import type { Reader } from '../../base/reader.ts';
import { Trace } from '../../base/step.ts';
import type { DecisionOf } from '../decision.ts';
import { errnoName } from '../errno.ts';
import {
  rulesOf,
  unknownKernel,
  withRelease,
  type KernelName,
  type NamedRules,
} from '../kernels/registry.ts';
import type { CapabilityQuery } from './check.ts';

/** What `checkExtension` is asked. */
export interface CapabilityInput {
  /** Asked on a VM file descriptor (default), or on /dev/kvm. */
  readonly vmFd?: boolean;
  /** The VM is a protected pKVM VM. */
  readonly protectedVm?: boolean;
  /** The host runs pKVM. No influence. */
  readonly pkvmHost?: boolean;
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** System capability ARM64_HAS_CACHE_IDC. No influence. */
  readonly idc?: boolean;
}

/** `ret`: 1 supported, 0 not supported or unknown, -22 EINVAL where there is no VM to ask about. */
export type CapabilityDecision = DecisionOf<
  'checkExtension',
  'supported' | 'not-supported' | 'refused'
>;

/** The fields of the input. */
export const CAPABILITY_FIELDS: readonly Field[] = [
  flag('vmFd', 'asked on a VM file descriptor, not on /dev/kvm', true),
  flag('protectedVm', 'the VM is a protected pKVM VM'),
  flag('pkvmHost', 'the host runs pKVM'),
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  flag('idc', 'ARM64_HAS_CACHE_IDC'),
];

const KNOWN = new Set(CAPABILITY_FIELDS.map((f) => f.name));

/**
 * What KVM_CHECK_EXTENSION answers for KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED (243).
 * Source: V10-6 and C5 (v6.17), CODE734 (v7.3); unknown before C5.
 */
export function checkExtension(kernel: KernelName, input: CapabilityInput): CapabilityDecision {
  const question = 'checkExtension';
  const invalid = { question, verdict: 'invalid', ret: null, errno: null, because: [] } as const;
  const rules = rulesOf(kernel);
  if (rules === null) return { ...invalid, kernel: null, error: unknownKernel(kernel) };
  const q = readInput(CAPABILITY_FIELDS, input, readCapability);
  if (q instanceof BadInput) return { ...invalid, kernel: rules.name, error: q.error };
  const trace = new Trace();
  const ret = ask(rules, q, trace);
  trace.decided();
  const verdict = ret === 1 ? 'supported' : ret === 0 ? 'not-supported' : 'refused';
  return withRelease(rules, {
    question,
    kernel: rules.name,
    verdict,
    ret,
    errno: errnoName(ret),
    because: trace.steps,
  });
}

function ask(rules: NamedRules, q: CapabilityQuery, trace: Trace): number {
  const source = rules.source.capability;
  for (const check of rules.capability.before) {
    const ret = check(q, trace, source);
    if (ret !== null) return ret;
  }
  return rules.capability.answer(q, trace, source);
}

function readCapability(r: Reader, raw: unknown): CapabilityQuery {
  const q = r.object(raw);
  r.only(q, KNOWN);
  return {
    vmFd: r.flag(q['vmFd'], true),
    protectedVm: r.flag(q['protectedVm'], false),
    pkvmHost: r.flag(q['pkvmHost'], false),
    fwb: r.requiredFlag(q['fwb']),
    dic: r.requiredFlag(q['dic']),
    idc: r.flag(q['idc'], false),
  };
}
