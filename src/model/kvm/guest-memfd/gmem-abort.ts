import type { StepValue, Trace } from '../../base/step.ts';
import { ERRNO } from '../errno.ts';
import { memAttrOf, type Mapping } from '../fault/mapping.ts';
import type { NamedRules } from '../kernels/registry.ts';
import { l1LevelOf } from '../nested/leaf.ts';
import { maskNestedExec, reduceToNested, type Reducible } from '../nested/reduce.ts';
import type { ExecAt } from '../pgtable/exec.ts';
import type { GuestMemfdQuery } from './input.ts';

/** How `gmem_abort()` ended. */
export interface GmemEnd {
  readonly verdict: 'mapped' | 'relaxed' | 'retry' | 'fails';
  readonly ret: number;
  readonly mapping: Mapping | null;
  /** Exit data that goes to user space beside the error. */
  readonly exit: 'KVM_EXIT_MEMORY_FAULT' | null;
  /** Cache of page-table pages that was topped up. */
  readonly memcache: 'none' | 'host' | 'hyp';
}

const WHERE = 'gmem_abort';

class GmemRun implements Reducible {
  readonly q: GuestMemfdQuery;
  readable = true;
  writable: boolean;
  exec: ExecAt = 'none';
  readonly #trace: Trace;
  readonly #source: readonly string[];

  constructor(q: GuestMemfdQuery, { source }: NamedRules, trace: Trace) {
    this.q = q;
    this.writable = !q.slotReadonly;
    this.#trace = trace;
    this.#source = source.mmu;
  }

  ask<A extends boolean | number | string>(
    check: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: A,
    where: string,
  ): A {
    return this.#trace.ask(check, where, inputs, answer, this.#source);
  }
}

/** A page of guest_memfd is always Normal cacheable, and a page. No VMA is asked. */
export function gmemAbort(q: GuestMemfdQuery, rules: NamedRules, trace: Trace): GmemEnd {
  const run = new GmemRun(q, rules, trace);
  const { permissionFault, pkvmHost, getPfn, invalidateRetry } = q;
  const memcache = permissionFault ? 'none' : pkvmHost ? 'hyp' : 'host';
  run.ask('!perm_fault', { permissionFault, pkvmHost }, memcache, WHERE);
  run.ask('kvm_gmem_get_pfn(kvm, memslot, gfn, ...)', { getPfn }, getPfn !== 'ok', WHERE);
  if (getPfn !== 'ok') {
    const exit = 'KVM_EXIT_MEMORY_FAULT';
    return { verdict: 'fails', ret: -ERRNO[getPfn], mapping: null, exit, memcache };
  }
  permissions(run);
  const raced = 'mmu_invalidate_retry(kvm, mmu_seq)';
  if (run.ask(raced, { invalidateRetry }, invalidateRetry, WHERE))
    return { verdict: 'retry', ret: 0, mapping: null, exit: null, memcache };
  const relax = run.ask('perm_fault', { permissionFault }, permissionFault, WHERE);
  const mapping = mappingOf(run, relax);
  return { verdict: relax ? 'relaxed' : 'mapped', ret: 0, mapping, exit: null, memcache };
}

function permissions(run: GmemRun): void {
  const { access, dic, slotReadonly } = run.q;
  const readonly = '!(memslot->flags & KVM_MEM_READONLY)';
  run.ask(readonly, { slotReadonly }, run.writable, WHERE);
  reduceToNested(run);
  const x = access === 'exec' || dic;
  if (run.ask('prot |= KVM_PGTABLE_PROT_X', { access, dic }, x, WHERE)) run.exec = 'both';
  maskNestedExec(run);
}

function mappingOf(run: GmemRun, relax: boolean): Mapping {
  const { fwb, nested } = run.q;
  const memType = 'NORMAL';
  const { readable: r, writable: w, exec } = run;
  const prot = { memType, r, w, x: exec !== 'none', exec, size: null } as const;
  const level = l1LevelOf(nested);
  if (relax)
    return { action: 'relaxPerms', memAttr: null, ...prot, l1Level: level === null ? null : 0 };
  const memAttr = memAttrOf(memType, fwb);
  run.ask('stage2_set_prot_attr(pgt, prot)', { memType, fwb }, memAttr, 'kvm_pgtable_stage2_map');
  return { action: 'map', memAttr, ...prot, l1Level: level };
}
