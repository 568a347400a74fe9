import type { ModelError } from '../../base/error.ts';
import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import { faultWrong } from '../fault/handle-fault.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { noteUnread, notInKernel } from '../not-in-kernel.ts';
import { accessOf, isWriteFault } from './access.ts';
import { beforeHandler } from './before.ts';
import { NOT_HANDED_ON, type AbortEnd } from './end.ts';
import { handOn } from './hand-on.ts';
import { GUEST_ABORT_FIELDS, type GuestAbortInput, type GuestAbortQuery } from './input.ts';

/**
 * `ret`: 1, the guest resumes; 0, KVM_RUN returns with `exit`; negative, KVM_RUN fails with it.
 * 'resumed': nothing was mapped and nothing is wrong. 'emulated': an access to a device, which no
 * device of the kernel answers. 'exits': user space asked to be told.
 * 'unknown' for what was not read in v6.16 and v6.17.
 */
export interface GuestAbortDecision extends DecisionOf<
  'handleGuestAbort',
  AbortEnd['verdict'] | 'unknown'
> {
  /** The function that the abort was handed to. */
  readonly handler: AbortEnd['handler'];
  /** What was done to the stage-2 table. */
  readonly mapping: AbortEnd['mapping'];
  /** What the guest gets where the verdict is 'injected'. */
  readonly injected: AbortEnd['injected'];
  /** Its fault status; null also where a handler of pages injected it. */
  readonly injectedStatus: AbortEnd['injectedStatus'];
  /** What the guest finds in its FAR: the address that it used, or the IPA. */
  readonly injectedFar: AbortEnd['injectedFar'];
  /** What happened where the verdict is 'resumed'. */
  readonly effect: AbortEnd['effect'];
  /** The exit reason; beside an error only guest_memfd has one. */
  readonly exit: AbortEnd['exit'];
  /** The start of the line in the log of the host. */
  readonly log: AbortEnd['log'];
}

/** The question, its fields and its rules. */
export const GUEST_ABORT: Asked<typeof GUEST_ABORT_FIELDS, GuestAbortDecision> = {
  question: 'handleGuestAbort',
  fields: GUEST_ABORT_FIELDS,
  nothing: NOT_HANDED_ON,
  wrong,
  decide: (q, rules, trace) => {
    if (!rules.read.guestAbort && !handledBefore(q)) {
      noteUnread('kvm_handle_guest_abort', rules, trace);
      return { ...NOT_HANDED_ON, verdict: 'unknown', ret: null };
    }
    const early = rules.read.guestAbort ? beforeHandler(q, rules, trace) : null;
    return early ?? handOn(q, rules, trace);
  },
};

/**
 * What becomes of a stage-2 abort, from the exception to KVM_RUN: `kvm_handle_guest_abort()`.
 * External aborts, the range of the IPA, the fault status, memslot, access flag, then one of three
 * handlers. ENOEXEC becomes an instruction abort; another error leaves KVM_RUN, with exit data for
 * guest_memfd only. On a pKVM host EL2 may
 * still refuse the page (read, not evaluated). Source: CODE734, evaluated up to the handlers; what
 * becomes of their results was read, in v6.16 (C1) and v6.17 (CODE617) nothing but that.
 */
export function handleGuestAbort(kernel: KernelName, input: GuestAbortInput): GuestAbortDecision {
  return ask(GUEST_ABORT, kernel, input);
}

/** The aborts that reach `user_mem_abort()` in every kernel, and nothing else. */
function handledBefore(q: GuestAbortQuery): boolean {
  const { faultStatus, ipa, memslot, slotReadonly, stage1Walk, pkvmHost } = q;
  const fault = faultStatus === 'translation' || faultStatus === 'permission';
  const plain = ipa === 'inside' && memslot === 'userspace' && !stage1Walk && !pkvmHost;
  return fault && plain && !(slotReadonly && isWriteFault(q));
}

function wrong(q: GuestAbortQuery, rules: NamedRules): ModelError | null {
  const { has } = rules;
  if (q.memslot === 'guestMemfd' && !has.guestMemfd)
    return notInKernel('guest_memfd', rules, 'guestMemfd');
  if (q.protectedVm && !has.protectedVm) return notInKernel('protected VMs', rules, 'protectedVm');
  const inner = { permissionFault: false, exclAtomicFault: false, nested: null, xnx: false };
  return faultWrong({ ...q, ...inner, access: accessOf(q) }, rules);
}
