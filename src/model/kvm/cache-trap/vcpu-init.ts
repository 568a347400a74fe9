import { flag, requiredFlag } from '../../base/field.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { Kernel } from '../kernels/registry.ts';

/** What `vcpuInit` is asked: KVM_ARM_VCPU_INIT. */
export interface VcpuInitInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** The vCPU has run before: the VM is being reset. */
  readonly hasRun?: boolean;
}

/**
 * 'maintained' where caches are maintained: by unmapping stage 2 without FWB, of the instruction
 * cache with FWB. 'unknown' where the code of the kernel asked about was not read.
 */
export interface VcpuInitDecision extends DecisionOf<
  'vcpuInit',
  'maintained' | 'not-maintained' | 'unknown'
> {
  /** HCR_EL2.TVM at reset: KVM wants to see the guest turn its caches on. */
  readonly tvm: boolean | null;
  /** Stage 2 is unmapped, except the ranges of VM_PFNMAP VMAs. */
  readonly unmapsStage2: boolean | null;
  /** The whole instruction cache is invalidated. */
  readonly invalidatesIcache: boolean | null;
}

const WHERE = 'kvm_arch_vcpu_ioctl_vcpu_init';

/** The question, its fields and its rules. */
export const VCPU_INIT: Asked<Required<VcpuInitInput>, VcpuInitDecision> = {
  question: 'vcpuInit',
  fields: [requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'), flag('hasRun', 'the vCPU has run before')],
  nothing: { tvm: null, unmapsStage2: null, invalidatesIcache: null },
  decide: ({ fwb, hasRun }, { source, read }, trace) => {
    const traps = 'hcr_el2 |= HCR_TVM';
    const tvm = trace.ask(traps, 'vcpu_reset_hcr', { fwb }, !fwb, source.cacheTrap);
    const unknown = { unmapsStage2: null, invalidatesIcache: null };
    if (hasRun && !read.vcpuInit) return { verdict: 'unknown', ret: null, tvm, ...unknown };
    const again = 'vcpu_has_run_once(vcpu)';
    trace.note('read', again, WHERE, { hasRun }, hasRun, source.cacheTrap);
    const unmapsStage2 = hasRun && !fwb;
    if (hasRun) {
      const check = '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)';
      trace.note('read', check, WHERE, { fwb }, unmapsStage2, source.cacheTrap);
    }
    const verdict = hasRun ? 'maintained' : 'not-maintained';
    return { verdict, ret: null, tvm, unmapsStage2, invalidatesIcache: hasRun && fwb };
  },
};

/**
 * What KVM does for the caches when a vCPU is initialised, the first time or again. TVM: CODE734,
 * for v6.16 and v6.17 the code of 6.12. What happens to a VM that has run was read in v7.3 only
 * and not evaluated; the instruction cache: H-DIC.
 */
export function vcpuInit(kernel: Kernel, input: VcpuInitInput): VcpuInitDecision {
  return ask(VCPU_INIT, kernel, input);
}
