import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import { NOT_HANDED_ON, type AbortEnd } from './end.ts';
import type { GuestAbortQuery } from './input.ts';
import { tellsLoadStore64 } from './status.ts';

const WHERE = 'io_mem_abort';
const ENDED = { ...NOT_HANDED_ON, handler: WHERE } as const;

/** An access to a device of user space; it needs a syndrome that describes the instruction. */
export function ioMemAbort(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd {
  const { cacheInstruction, faultStatus, loadStore64 } = q;
  const isv = q.isv && !cacheInstruction;
  const inputs = cacheInstruction ? { cacheInstruction } : { isv };
  if (trace.ask('!kvm_vcpu_dabt_isvalid(vcpu)', WHERE, inputs, !isv, source))
    return withoutSyndrome(q, source, trace);
  const wide = loadStore64 && tellsLoadStore64(faultStatus);
  const check = 'kvm_vcpu_dabt_is_ldst64b(vcpu)';
  return trace.ask(check, WHERE, { loadStore64, faultStatus }, wide, source)
    ? { ...ENDED, verdict: 'emulated', ret: 0, exit: 'KVM_EXIT_ARM_LDST64B' }
    : { ...ENDED, verdict: 'emulated', ret: 0, exit: 'KVM_EXIT_MMIO' };
}

/** ESR_EL2.ISV is 0: KVM does not know what the instruction was. */
function withoutSyndrome(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd {
  const { protectedVm, nisvToUser } = q;
  if (trace.ask('vcpu_is_protected(vcpu)', WHERE, { protectedVm }, protectedVm, source)) {
    const abort = {
      injected: 'data abort',
      injectedStatus: 'external',
      injectedFar: 'va',
    } as const;
    return { ...ENDED, verdict: 'injected', ret: 1, ...abort };
  }
  const asked = 'KVM_ARCH_FLAG_RETURN_NISV_IO_ABORT_TO_USER';
  return trace.ask(asked, WHERE, { nisvToUser }, nisvToUser, source)
    ? { ...ENDED, verdict: 'exits', ret: 0, exit: 'KVM_EXIT_ARM_NISV' }
    : { ...ENDED, verdict: 'fails', ret: -ERRNO.ENOSYS };
}
