import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import { userMemAbort } from '../fault/handle-fault.ts';
import { FaultRun } from '../fault/run.ts';
import { gmemAbort } from '../guest-memfd/gmem-abort.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { pkvmMemAbort } from '../pkvm/pkvm-mem-abort.ts';
import { pkvmShareGuest } from '../pkvm/share-guest.ts';
import { accessOf } from './access.ts';
import { NOT_HANDED_ON, type AbortEnd, type Handler } from './end.ts';
import type { GuestAbortQuery } from './input.ts';

const WHERE = 'kvm_handle_guest_abort';

/** Hands the abort on, and turns what comes back into what KVM_RUN sees. */
export function handOn(q: GuestAbortQuery, rules: NamedRules, trace: Trace): AbortEnd {
  const end = HANDLERS[handlerOf(q, rules, trace)](q, rules, trace);
  const { ret } = end;
  const fetch = ret === -ERRNO.ENOEXEC;
  const inputs = { handlerRet: ret };
  trace.note('read', 'ret == -ENOEXEC', WHERE, inputs, fetch, rules.source.mmu);
  const abort = fetch ? ({ injectedStatus: 'external', injectedFar: 'va' } as const) : {};
  return { ...end, ...abort, ret: fetch || ret === 0 ? 1 : ret };
}

type Handled = (q: GuestAbortQuery, rules: NamedRules, trace: Trace) => AbortEnd;

type PageHandler = Extract<Handler, 'user_mem_abort' | 'gmem_abort' | 'pkvm_mem_abort'>;

function handlerOf(q: GuestAbortQuery, rules: NamedRules, trace: Trace): PageHandler {
  const { protectedVm, memslot } = q;
  const source = rules.source.mmu;
  if (!rules.read.guestAbort) return 'user_mem_abort';
  if (trace.ask('kvm_vm_is_protected(kvm)', WHERE, { protectedVm }, protectedVm, source))
    return 'pkvm_mem_abort';
  const gmem = memslot === 'guestMemfd';
  const has = trace.ask('kvm_slot_has_gmem(memslot)', WHERE, { memslot }, gmem, source);
  return has ? 'gmem_abort' : 'user_mem_abort';
}

const common = (q: GuestAbortQuery) => ({
  access: accessOf(q),
  permissionFault: q.faultStatus === 'permission',
  nested: null,
  xnx: false,
});

const HANDLERS: Readonly<Record<PageHandler, Handled>> = {
  user_mem_abort: (q, rules, trace) => {
    const exclAtomicFault = q.faultStatus === 'exclAtomic';
    const run = new FaultRun({ ...q, ...common(q), exclAtomicFault }, rules, trace);
    const { verdict, ret, mapping, injected } = userMemAbort(run);
    const handler = 'user_mem_abort';
    const refused = mapping?.action === 'map' && q.pkvmHost ? shared(q, rules, trace, mapping) : 0;
    return refused === 0
      ? { ...NOT_HANDED_ON, handler, verdict, ret, mapping, injected }
      : { ...NOT_HANDED_ON, handler, verdict: 'fails', ret: refused };
  },
  gmem_abort: (q, rules, trace) => {
    const { verdict, ret, mapping, exit } = gmemAbort({ ...q, ...common(q) }, rules, trace);
    return { ...NOT_HANDED_ON, handler: 'gmem_abort', verdict, ret, mapping, exit };
  },
  pkvm_mem_abort: (q, rules, trace) => {
    const { vmPfnmap = false, vmIo = false } = q.vma ?? {};
    const end = pkvmMemAbort({ ...q, vmPfnmap, vmIo }, rules, trace);
    return { ...NOT_HANDED_ON, handler: 'pkvm_mem_abort', ...end };
  },
};

/** On a pKVM host EL2 has the last word about a page of a VM that is not protected. */
function shared(
  q: GuestAbortQuery,
  rules: NamedRules,
  trace: Trace,
  { memType }: NonNullable<AbortEnd['mapping']>,
): number {
  const region = q.pfnIsMapMemory ? 'memory' : 'not-memory';
  const fits = { beyondHostRange: false, badSize: false, acrossBorder: false } as const;
  return pkvmShareGuest({ memType, region, ...fits }, rules, trace);
}
