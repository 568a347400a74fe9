import { requiredFlag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName } from '../kernels/registry.ts';
import { stage2FlushVm } from './flush.ts';

/** What `setWayTrap` is asked: the guest executes DC ISW, DC CSW or DC CISW. */
export interface SetWayTrapInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** HCR_EL2.TVM before. */
  readonly tvm: boolean;
}

/** 'maintained' where the caches are maintained for the whole VM. */
export interface SetWayTrapDecision extends DecisionOf<
  'setWayTrap',
  'maintained' | 'not-maintained'
> {
  /** stage2_flush_vm() is called. */
  readonly flushVm: boolean | null;
  /** HCR_EL2.TVM afterwards: writes of the guest to its stage-1 control registers trap. */
  readonly tvm: boolean | null;
}

const FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('tvm', 'HCR_EL2.TVM before'),
] as const;

/** The question, its fields and its rules. */
export const SET_WAY_TRAP: Asked<typeof FIELDS, SetWayTrapDecision> = {
  question: 'setWayTrap',
  fields: FIELDS,
  nothing: { flushVm: null, tvm: null },
  decide: ({ fwb, tvm }, rules, trace) => {
    const source = rules.source.cacheTrap;
    const ignored = { verdict: 'not-maintained', ret: null, flushVm: false, tvm } as const;
    const check = '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)';
    if (!trace.ask(check, 'access_dcsw', { fwb, tvm }, !fwb, source)) return ignored;
    if (!trace.ask('!(hcr & HCR_TVM)', 'kvm_set_way_flush', { tvm }, !tvm, source)) return ignored;
    const maintained = stage2FlushVm(fwb, rules, trace);
    return {
      verdict: maintained ? 'maintained' : 'not-maintained',
      ret: null,
      flushVm: true,
      tvm: true,
    };
  },
};

/**
 * What KVM does with set/way maintenance by a guest: nothing with FWB. Without, and with TVM clear,
 * the whole VM is flushed, and TVM makes KVM see when the guest turns its caches on. TVM is set at
 * vCPU reset, so before the first MMU-on nothing is done. Source: CODE734; for v6.16 and v6.17 the
 * code of 6.12, which decides alike (read).
 */
export function setWayTrap(kernel: KernelName, input: SetWayTrapInput): SetWayTrapDecision {
  return ask(SET_WAY_TRAP, kernel, input);
}
