import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import { memAttrOf, type Mapping } from '../fault/mapping.ts';
import type { NamedRules } from '../kernels/registry.ts';
import type { ProtectedQuery } from './protected-input.ts';

/** How `pkvm_mem_abort()` ended. */
export interface ProtectedEnd {
  readonly verdict: 'mapped' | 'retry' | 'fails' | 'signalled';
  readonly ret: number;
  readonly mapping: Mapping | null;
}

const WHERE = 'pkvm_mem_abort';

/** The page is pinned for good and for write, and given to the guest as Normal cacheable RWX. */
export function pkvmMemAbort(
  q: ProtectedQuery,
  { source }: NamedRules,
  trace: Trace,
): ProtectedEnd {
  const { memcacheTopUp, memlockLimit, swapBacked, fwb } = q;
  const noPages = memcacheTopUp === 'fails';
  const topUp = 'topup_hyp_memcache(hyp_memcache, min_pages)';
  if (trace.ask(topUp, WHERE, { memcacheTopUp }, noPages, source.mmu)) return fails('ENOMEM');
  const locked = 'account_locked_vm(mm, 1, true)';
  if (memlockLimit) {
    trace.note('read', locked, WHERE, { memlockLimit }, true, source.mmu);
    return fails('ENOMEM');
  }
  const pin = pinned(q, source.mmu, trace);
  if (trace.ask('ret == -EHWPOISON', WHERE, { pin }, pin === 'hwpoison', source.mmu))
    return { verdict: 'signalled', ret: 0, mapping: null };
  if (trace.ask('ret != 1', WHERE, { pin }, pin === 'fails', source.mmu)) return fails('EFAULT');
  const swap = '!folio_test_swapbacked(page_folio(page))';
  if (trace.ask(swap, WHERE, { swapBacked }, !swapBacked, source.mmu)) return fails('EIO');
  const before = mappedBefore(q, source.mmu, trace);
  if (before) return before;
  const memType = 'NORMAL';
  const memAttr = memAttrOf(memType, fwb);
  const check = 'stage2_set_prot_attr(pgt, prot)';
  trace.ask(check, 'pkvm_pgtable_stage2_map', { memType, fwb }, memAttr, source.mmu);
  const prot = { memType, memAttr, r: true, w: true, x: true, exec: 'both' } as const;
  const mapping: Mapping = { action: 'map', ...prot, size: null, l1Level: null };
  return { verdict: 'mapped', ret: 0, mapping };
}

/** A page that the guest has already: another vCPU was faster, or the host has spoiled it. */
function mappedBefore(
  { mappedAlready }: ProtectedQuery,
  source: readonly string[],
  trace: Trace,
): ProtectedEnd | null {
  if (mappedAlready === null) return null;
  const poisoned = mappedAlready === 'poisoned';
  trace.note('read', 'the guest page is poisoned', WHERE, { mappedAlready }, poisoned, source);
  return poisoned ? fails('EFAULT') : { verdict: 'retry', ret: 0, mapping: null };
}

/** GUP refuses VM_PFNMAP and VM_IO: this was read, the rest evaluated for a given result. */
function pinned(q: ProtectedQuery, source: readonly string[], trace: Trace): string {
  if (q.pin !== null) return q.pin;
  const { vmPfnmap, vmIo } = q;
  const refused = vmPfnmap || vmIo;
  const pin = refused ? 'fails' : 'ok';
  const check = 'pin_user_pages(hva, 1, flags, &page)';
  const inputs = { vmPfnmap, vmIo };
  return refused ? trace.note('read', check, WHERE, inputs, pin, [...source, 'MM734']) : pin;
}

function fails(errno: 'ENOMEM' | 'EFAULT' | 'EIO'): ProtectedEnd {
  return { verdict: 'fails', ret: -ERRNO[errno], mapping: null };
}
