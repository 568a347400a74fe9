import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { isWriteFault } from './access.ts';
import { NOT_HANDED_ON, type AbortEnd } from './end.ts';
import { guestSea } from './guest-sea.ts';
import type { GuestAbortQuery } from './input.ts';
import { ioMemAbort } from './io-mem-abort.ts';
import { isSea, isUnsupported, unsupportedFsc } from './status.ts';

const WHERE = 'kvm_handle_guest_abort';

/** What ends an abort before any handler of pages sees it; null to hand it on. */
export function beforeHandler(
  q: GuestAbortQuery,
  rules: NamedRules,
  trace: Trace,
): AbortEnd | null {
  const source = rules.source.mmu;
  const { faultStatus, access } = q;
  if (trace.ask('kvm_vcpu_abt_issea(vcpu)', WHERE, { faultStatus }, isSea(faultStatus), source))
    return guestSea(q, source, trace);
  const outOfRange = beyond(q, source, trace);
  if (outOfRange) return outOfRange;
  const unsupported = 'unsupported fault status';
  if (trace.ask(unsupported, WHERE, { faultStatus, access }, isUnsupported(faultStatus), source)) {
    const log = unsupportedFsc(faultStatus, access === 'exec');
    return { ...NOT_HANDED_ON, verdict: 'fails', ret: -ERRNO.EFAULT, log };
  }
  const outside = withoutPage(q, source, trace);
  if (outside) return outside;
  const young = 'esr_fsc_is_access_flag_fault(esr)';
  const handler = 'handle_access_fault';
  return trace.ask(young, WHERE, { faultStatus }, faultStatus === 'accessFlag', source)
    ? { ...NOT_HANDED_ON, handler, verdict: 'resumed', ret: 1, effect: 'page made young' }
    : null;
}

/** A translation fault at an address that the VM, or even the host, cannot have. */
function beyond(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd | null {
  const { faultStatus, ipa, access, stage1Walk } = q;
  if (faultStatus !== 'translation') return null;
  const host = 'fault_ipa >= BIT_ULL(get_kvm_ipa_limit())';
  if (trace.ask(host, WHERE, { ipa, access }, ipa === 'beyondHost', source))
    return injects(q, 'address size', 'ipa');
  const vm = 'fault_ipa >= BIT_ULL(VTCR_EL2_IPA(vtcr))';
  return trace.ask(vm, WHERE, { ipa, access, stage1Walk }, ipa === 'beyondVm', source)
    ? injects(q, external(q), 'ipa')
    : null;
}

/** No host address, or a write to a read-only slot: an instruction, a walk or a device access. */
function withoutPage(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd | null {
  const { memslot, slotReadonly, access, stage1Walk, cacheInstruction } = q;
  const noHva = memslot === 'none' || memslot === 'invalid';
  const writeFault = isWriteFault(q);
  const outside = noHva || (slotReadonly && writeFault);
  const check = 'kvm_is_error_hva(hva) || (write_fault && !writable)';
  const inputs = { memslot, slotReadonly, writeFault };
  if (!trace.ask(check, WHERE, inputs, outside, source)) return null;
  const fetch = access === 'exec';
  if (trace.ask('kvm_vcpu_trap_is_iabt(vcpu)', WHERE, { access, stage1Walk }, fetch, source))
    return injects(q, external(q), 'va');
  if (trace.ask('kvm_vcpu_abt_iss1tw(vcpu)', WHERE, { stage1Walk }, stage1Walk, source))
    return injects(q, external(q), 'va');
  const skipped = noHva && cacheInstruction;
  const skip = 'kvm_is_error_hva(hva) && kvm_vcpu_dabt_is_cm(vcpu)';
  return trace.ask(skip, WHERE, { memslot, cacheInstruction }, skipped, source)
    ? { ...NOT_HANDED_ON, verdict: 'resumed', ret: 1, effect: 'instruction skipped' }
    : ioMemAbort(q, source, trace);
}

/** An abort for the guest, of the kind that it took itself. */
function injects(
  { access }: GuestAbortQuery,
  injectedStatus: AbortEnd['injectedStatus'],
  injectedFar: AbortEnd['injectedFar'],
): AbortEnd {
  const injected = access === 'exec' ? 'instruction abort' : 'data abort';
  const abort = { injected, injectedStatus, injectedFar } as const;
  return { ...NOT_HANDED_ON, verdict: 'injected', ret: 1, ...abort };
}

/** An injected External abort says "on a walk" where the guest's own walk took it. */
const external = ({ stage1Walk }: GuestAbortQuery): AbortEnd['injectedStatus'] =>
  stage1Walk ? 'external on a table walk' : 'external';
