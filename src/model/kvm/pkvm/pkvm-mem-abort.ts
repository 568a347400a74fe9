import type { Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import { memAttrOf, type Mapping } from '../fault/mapping.ts';
import type { NamedRules } from '../kernels/registry.ts';

/** A fault of a protected VM. */
export interface ProtectedQuery {
  readonly fwb: boolean;
  readonly vmPfnmap: boolean;
  readonly memcacheTopUp: 'ok' | 'fails';
  /** Null: as a page of the VMA is taken to be. */
  readonly pin: 'ok' | 'hwpoison' | 'fails' | null;
  readonly swapBacked: boolean;
}

/** How `pkvm_mem_abort()` ended. */
export interface ProtectedEnd {
  readonly verdict: 'mapped' | 'fails' | 'signalled';
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
  const { memcacheTopUp, swapBacked, fwb } = q;
  const noPages = memcacheTopUp === 'fails';
  const topUp = 'topup_hyp_memcache(hyp_memcache, min_pages)';
  if (trace.ask(topUp, WHERE, { memcacheTopUp }, noPages, source.mmu)) return fails('ENOMEM');
  const pin = pinned(q, source.mmu, trace);
  if (trace.ask('ret == -EHWPOISON', WHERE, { pin }, pin === 'hwpoison', source.mmu))
    return { verdict: 'signalled', ret: 0, mapping: null };
  if (trace.ask('ret != 1', WHERE, { pin }, pin === 'fails', source.mmu)) return fails('EFAULT');
  const swap = '!folio_test_swapbacked(page_folio(page))';
  if (trace.ask(swap, WHERE, { swapBacked }, !swapBacked, source.mmu)) return fails('EIO');
  const memType = 'NORMAL';
  const memAttr = memAttrOf(memType, fwb);
  const check = 'stage2_set_prot_attr(pgt, prot)';
  trace.ask(check, 'pkvm_pgtable_stage2_map', { memType, fwb }, memAttr, source.mmu);
  const prot = { memType, memAttr, r: true, w: true, x: true, exec: 'both' } as const;
  const mapping: Mapping = { action: 'map', ...prot, size: null, l1Level: null };
  return { verdict: 'mapped', ret: 0, mapping };
}

/** That a PFNMAP page cannot be pinned was assumed where this was checked, not derived. */
function pinned(q: ProtectedQuery, source: readonly string[], trace: Trace): string {
  if (q.pin !== null) return q.pin;
  const { vmPfnmap } = q;
  const pin = vmPfnmap ? 'fails' : 'ok';
  const check = 'pin_user_pages(hva, 1, flags, &page)';
  return vmPfnmap ? trace.note('assumed', check, WHERE, { vmPfnmap }, pin, source) : pin;
}

function fails(errno: 'ENOMEM' | 'EFAULT' | 'EIO'): ProtectedEnd {
  return { verdict: 'fails', ret: -ERRNO[errno], mapping: null };
}
