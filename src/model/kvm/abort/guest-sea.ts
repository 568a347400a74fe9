import type { Trace } from '../../base/step.ts';
import { NOT_HANDED_ON, type AbortEnd } from './end.ts';
import type { GuestAbortQuery } from './input.ts';

const WHERE = 'kvm_handle_guest_sea';
const ENDED = { ...NOT_HANDED_ON, handler: WHERE } as const;

/** An External abort: firmware first, then user space if it asked for it, else the guest. Never EFAULT. */
export function guestSea(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd {
  const { hostClaimsSea, seaToUser } = q;
  if (trace.ask('apei_claim_sea(NULL) == 0', WHERE, { hostClaimsSea }, hostClaimsSea, source))
    return { ...ENDED, verdict: 'resumed', ret: 1, effect: 'error claimed by firmware' };
  const kept = hostOwnsSea(q, source, trace);
  const exits =
    !kept && trace.ask('KVM_ARCH_FLAG_EXIT_SEA', WHERE, { seaToUser }, seaToUser, source);
  return exits
    ? { ...ENDED, verdict: 'exits', ret: 0, exit: 'KVM_EXIT_ARM_SEA' }
    : { ...ENDED, verdict: 'injected', ret: 1, injected: 'SError' };
}

/**
 * Whether the error is the host's own: what comes to EL2 without FEAT_RAS, KVM's mapping of the VNCR
 * page, or a walk of stage 2. An ECC error on such a walk is not among them.
 */
function hostOwnsSea(q: GuestAbortQuery, source: readonly string[], trace: Trace): boolean {
  const where = 'host_owns_sea';
  const { ras, vncrAccess, access, faultStatus, stage1Walk } = q;
  const noRas = '!cpus_have_final_cap(ARM64_HAS_RAS_EXTN)';
  if (trace.ask(noRas, where, { ras }, !ras, source)) return true;
  const vncr = 'is_hyp_ctxt(vcpu) && !kvm_vcpu_trap_is_iabt(vcpu) && (esr & ESR_ELx_VNCR)';
  const own = vncrAccess && access !== 'exec';
  if (trace.ask(vncr, where, { vncrAccess, access }, own, source)) return true;
  const walk = 'esr_fsc_is_sea_ttw(esr) && (esr & ESR_ELx_S1PTW)';
  const ours = faultStatus === 'seaWalk' && stage1Walk;
  return trace.ask(walk, where, { faultStatus, stage1Walk }, ours, source);
}
