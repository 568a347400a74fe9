import { requiredFlag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { stage2FlushVm } from './flush.ts';

/** What `cacheToggle` is asked: the guest writes a stage-1 control register, and it traps. */
export interface CacheToggleInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** HCR_EL2.TVM before. A write traps where it is set; the function asks it of no one. */
  readonly tvm: boolean;
  /** MMU and caches of the guest were on before the write. */
  readonly wasEnabled: boolean;
  /** MMU and caches of the guest are on after the write. */
  readonly nowEnabled: boolean;
}

/** 'maintained' where the caches are maintained for the whole VM: never with FWB. */
export interface CacheToggleDecision extends DecisionOf<
  'cacheToggle',
  'maintained' | 'not-maintained'
> {
  /** stage2_flush_vm() is called; with FWB it maintains nothing. */
  readonly flushVm: boolean | null;
  /** HCR_EL2.TVM afterwards. */
  readonly tvm: boolean | null;
}

const FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('tvm', 'HCR_EL2.TVM before'),
  requiredFlag('wasEnabled', 'MMU and caches of the guest were on before the write'),
  requiredFlag('nowEnabled', 'MMU and caches of the guest are on after the write'),
] as const;

/** The question, its fields and its rules. */
export const CACHE_TOGGLE: Asked<typeof FIELDS, CacheToggleDecision> = {
  question: 'cacheToggle',
  fields: FIELDS,
  nothing: { flushVm: null, tvm: null },
  decide: ({ fwb, tvm, wasEnabled, nowEnabled }, rules, trace) => {
    const source = rules.source.cacheTrap;
    const toggle = 'kvm_toggle_cache';
    const inputs = { wasEnabled, nowEnabled };
    const changed = wasEnabled !== nowEnabled;
    const flushVm = trace.ask('now_enabled != was_enabled', toggle, inputs, changed, source);
    const maintained = flushVm && stage2FlushVm(fwb, rules, trace);
    trace.ask('now_enabled', toggle, { nowEnabled, tvm }, nowEnabled, source);
    const verdict = maintained ? 'maintained' : 'not-maintained';
    return { verdict, ret: null, flushVm, tvm: tvm && !nowEnabled };
  },
};

/**
 * What KVM does when a guest turns its MMU and caches on or off: `kvm_toggle_cache()`. Turning off
 * flushes too and leaves TVM as it was; turning on ends the trapping. Source: CODE734; for v6.16
 * and v6.17 the code of 6.12, which decides alike (read).
 */
export function cacheToggle(kernel: KernelName, input: CacheToggleInput): CacheToggleDecision {
  return ask(CACHE_TOGGLE, kernel, input);
}
