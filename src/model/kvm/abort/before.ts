import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { NOT_HANDED_ON, type AbortEnd } from './end.ts';
import type { GuestAbortQuery } from './input.ts';

const WHERE = 'kvm_handle_guest_abort';

/** What ends an abort before any handler of pages sees it; null to hand it on. */
export function beforeHandler(
  q: GuestAbortQuery,
  rules: NamedRules,
  trace: Trace,
): AbortEnd | null {
  const source = rules.source.mmu;
  const { faultStatus } = q;
  const foreign = 'unsupported fault status';
  if (trace.ask(foreign, WHERE, { faultStatus }, faultStatus === 'other', source))
    return { ...NOT_HANDED_ON, verdict: 'fails', ret: -ERRNO.EFAULT };
  const outside = withoutPage(q, source, trace);
  if (outside) return outside;
  const young = 'esr_fsc_is_access_flag_fault(esr)';
  return trace.ask(young, WHERE, { faultStatus }, faultStatus === 'accessFlag', source)
    ? { ...NOT_HANDED_ON, verdict: 'resumed', ret: 1, effect: 'page made young' }
    : null;
}

/** No memslot, or a write to a read-only one: an instruction, a walk or a device access. */
function withoutPage(q: GuestAbortQuery, source: readonly string[], trace: Trace): AbortEnd | null {
  const { memslot, slotReadonly, access, stage1Walk, cacheInstruction } = q;
  const noSlot = memslot === 'none';
  const outside = noSlot || (slotReadonly && access === 'write');
  const check = 'kvm_is_error_hva(hva) || (write_fault && !writable)';
  if (!trace.ask(check, WHERE, { memslot, slotReadonly, access }, outside, source)) return null;
  const fetch = access === 'exec';
  if (trace.ask('kvm_vcpu_trap_is_iabt(vcpu)', WHERE, { access }, fetch, source))
    return { ...NOT_HANDED_ON, verdict: 'injected', ret: 1, injected: 'instruction abort' };
  if (trace.ask('kvm_vcpu_abt_iss1tw(vcpu)', WHERE, { stage1Walk }, stage1Walk, source))
    return { ...NOT_HANDED_ON, verdict: 'injected', ret: 1, injected: 'data abort' };
  const skipped = noSlot && cacheInstruction;
  const skip = 'kvm_is_error_hva(hva) && kvm_vcpu_dabt_is_cm(vcpu)';
  return trace.ask(skip, WHERE, { memslot, cacheInstruction }, skipped, source)
    ? { ...NOT_HANDED_ON, verdict: 'resumed', ret: 1, effect: 'instruction skipped' }
    : { ...NOT_HANDED_ON, verdict: 'emulated', ret: null };
}
