import { flag, requiredFlag, type ReadOf } from '../../base/field.ts';
import type { Trace } from '../../base/step.ts';
import { ask, type Asked, type Outcome } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import { ERRNO } from '../errno.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { icacheInvalAllPou } from '../pgtable/icache-inval.ts';
import { noteUnread } from '../not-in-kernel.ts';

/** What `vcpuInit` is asked: KVM_ARM_VCPU_INIT with a valid target and valid features. */
export interface VcpuInitInput {
  /** System capability ARM64_HAS_STAGE2_FWB. */
  readonly fwb: boolean;
  /** System capability ARM64_HAS_CACHE_DIC. */
  readonly dic: boolean;
  /** KVM_ARM_VCPU_INIT succeeded on this vCPU before. A vCPU that has run was initialised. */
  readonly initialised?: boolean;
  /** This vCPU has run before: the VM is being reset. */
  readonly hasRun?: boolean;
  /** The features differ from those that the VM got from an earlier call, of this vCPU or another. */
  readonly featuresDiffer?: boolean;
  /** HCR_EL2.TVM of the vCPU before. */
  readonly tvm?: boolean;
}

/**
 * 'maintained' where caches are maintained: by unmapping stage 2 without FWB, of the instruction
 * cache with FWB and without DIC. 'refused' is EINVAL. 'unknown' where the code of the kernel asked
 * about was not read.
 */
export interface VcpuInitDecision extends DecisionOf<
  'vcpuInit',
  'maintained' | 'not-maintained' | 'refused' | 'unknown'
> {
  /** HCR_EL2.TVM afterwards: KVM wants to see the guest turn its caches on. */
  readonly tvm: boolean | null;
  /** stage2_unmap_vm() is called: all is unmapped, except the ranges of VM_PFNMAP VMAs. */
  readonly unmapsStage2: boolean | null;
  /** icache_inval_all_pou() is called; with DIC it does nothing. */
  readonly callsIcache: boolean | null;
  /** The whole instruction cache is invalidated. */
  readonly invalidatesIcache: boolean | null;
}

const WHERE = 'kvm_arch_vcpu_ioctl_vcpu_init';
const NOTHING = { tvm: null, unmapsStage2: null, callsIcache: null, invalidatesIcache: null };
const FIRST = { unmapsStage2: false, callsIcache: false, invalidatesIcache: false };

const FIELDS = [
  requiredFlag('fwb', 'ARM64_HAS_STAGE2_FWB'),
  requiredFlag('dic', 'ARM64_HAS_CACHE_DIC'),
  flag('initialised', 'the vCPU was initialised before; one that has run was'),
  flag('hasRun', 'the vCPU has run before'),
  flag('featuresDiffer', 'the features differ from those of an earlier call'),
  flag('tvm', 'HCR_EL2.TVM before'),
] as const;

type Query = ReadOf<typeof FIELDS>;

/** The question, its fields and its rules. */
export const VCPU_INIT: Asked<typeof FIELDS, VcpuInitDecision> = {
  question: 'vcpuInit',
  fields: FIELDS,
  nothing: NOTHING,
  decide: (q, rules, trace) => (rules.read.vcpuInit ? decide : decideFirst)(q, rules, trace),
};

/**
 * What KVM does for the caches when a vCPU is initialised, the first time or again. Source: CODE734
 * and ARCH734, evaluated; that PFNMAP ranges stay mapped was read. Of v6.16 and v6.17 only TVM at
 * the first call was read, in the code of 6.12.
 */
export function vcpuInit(kernel: KernelName, input: VcpuInitInput): VcpuInitDecision {
  return ask(VCPU_INIT, kernel, input);
}

type Answer = Outcome<VcpuInitDecision>;

function decide(q: Query, rules: NamedRules, trace: Trace): Answer {
  const { fwb, dic, hasRun, tvm } = q;
  const source = rules.source.cacheTrap;
  if (targetRefused(q, rules, trace))
    return { ...NOTHING, verdict: 'refused', ret: -ERRNO.EINVAL, ...FIRST, tvm };
  const again = trace.ask('vcpu_has_run_once(vcpu)', WHERE, { hasRun }, hasRun, source);
  const noFwb = '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)';
  const unmapsStage2 = again && trace.ask(noFwb, WHERE, { fwb }, !fwb, source);
  const callsIcache = again && !unmapsStage2;
  const invalidatesIcache = callsIcache && icacheInvalAllPou(dic, trace);
  const verdict = unmapsStage2 || invalidatesIcache ? 'maintained' : 'not-maintained';
  const did = { unmapsStage2, callsIcache, invalidatesIcache };
  const before = again ? { tvm } : {};
  const set = resetHcr({ fwb, ...before }, rules, trace);
  return { verdict, ret: 0, tvm: set || (again && tvm), ...did };
}

/** The features of a VM are those of the first vCPU that was initialised. */
function targetRefused(q: Query, { source }: NamedRules, trace: Trace): boolean {
  const { hasRun, featuresDiffer, tvm } = q;
  const initialised = q.initialised || hasRun;
  const target = 'kvm_vcpu_set_target';
  const check = 'kvm_vcpu_initialized(vcpu)';
  trace.ask(check, target, { initialised }, initialised, source.cacheTrap);
  const where = initialised ? target : '__kvm_vcpu_set_target';
  const changed = 'kvm_vcpu_init_changed(vcpu, init)';
  const inputs = featuresDiffer ? { featuresDiffer, tvm } : { featuresDiffer }; // TVM stays then
  return trace.ask(changed, where, inputs, featuresDiffer, source.cacheTrap);
}

/** A kernel of which only the first call was read. */
function decideFirst(q: Query, rules: NamedRules, trace: Trace): Answer {
  if (q.hasRun || q.featuresDiffer) {
    noteUnread(WHERE, rules, trace);
    return { verdict: 'unknown', ret: null, ...NOTHING };
  }
  const tvm = resetHcr({ fwb: q.fwb }, rules, trace);
  return { verdict: 'not-maintained', ret: null, tvm, ...FIRST };
}

/** Whether `vcpu_reset_hcr()` sets TVM; for a vCPU that has run, what was set stays set. */
function resetHcr(
  inputs: Pick<Query, 'fwb'> & Partial<Pick<Query, 'tvm'>>,
  { source }: NamedRules,
  trace: Trace,
): boolean {
  const check = 'hcr_el2 |= HCR_TVM';
  return trace.ask(check, 'vcpu_reset_hcr', { ...inputs }, !inputs.fwb, source.cacheTrap);
}
