import type { Trace } from '../../base/step.ts';
import type { NamedRules } from '../kernels/registry.ts';
import type { ExecAt } from './exec.ts';
import type { MaintenanceQuery } from './maintenance-input.ts';
import { protAccepted } from './prot-checks.ts';

/** What an operation does beside its work on the table. */
export interface Effects {
  readonly error: 'EAGAIN' | 'EINVAL' | null;
  readonly dcacheCallback: boolean;
  readonly dcacheMaintained: boolean;
  readonly icacheCallback: boolean;
  readonly icacheMaintained: boolean;
  readonly tlbInvalidated: boolean | null;
  readonly finalExec: ExecAt | null;
}

type Operation = (q: MaintenanceQuery, rules: NamedRules, trace: Trace) => Effects;

const NOTHING: Effects = {
  error: null,
  dcacheCallback: false,
  dcacheMaintained: false,
  icacheCallback: false,
  icacheMaintained: false,
  tlbInvalidated: false,
  finalExec: null,
};

/** A new leaf: both callbacks by what the leaf is, unless the walk says to leave them out. */
const map: Operation = (q, rules, trace) => {
  const { memType, newExec, oldLeaf, oldExec, skipCmo } = q;
  const source = rules.source.pgtable;
  const walker = 'stage2_map_walker_try_leaf';
  const prot = { device: memType === 'DEVICE', normalNc: memType === 'NORMAL_NC', exec: newExec };
  if (!protAccepted(prot, q.xnx, rules, trace)) return { ...NOTHING, error: 'EINVAL' };
  const update = '!stage2_pte_needs_update(ctx->old, new)';
  const known = { oldLeaf, oldExec, newExec };
  if (trace.ask(update, walker, known, oldLeaf === 'samePa', source))
    return { ...NOTHING, error: 'EAGAIN' };
  const replaced = oldLeaf === 'valid';
  trace.ask('kvm_pte_valid(ctx->old)', 'stage2_try_break_pte', { oldLeaf }, replaced, source);
  if (trace.ask('kvm_pgtable_walk_skip_cmo(ctx)', walker, { skipCmo }, skipCmo, source))
    return { ...NOTHING, tlbInvalidated: replaced };
  const cacheable = memType === 'NORMAL';
  const dcache = trace.ask(CACHEABLE_NEW, walker, { memType }, cacheable, source);
  const dcacheMaintained = dcache && cleanToPoc(q, rules, trace);
  const executable = newExec !== 'none';
  const icache = trace.ask('stage2_pte_executable(new)', walker, { newExec }, executable, source);
  return {
    ...NOTHING,
    dcacheCallback: dcache,
    dcacheMaintained,
    icacheCallback: icache,
    icacheMaintained: icache && invalidateToPou(q, rules, trace),
    tlbInvalidated: replaced,
  };
};

/** Permissions are added to a leaf; only a leaf that becomes executable concerns a cache. */
const relaxPerms: Operation = (q, rules, trace) => {
  const { oldLeaf, oldExec, newExec } = q;
  const source = rules.source.pgtable;
  const walker = 'stage2_attr_walker';
  const valid = oldLeaf === 'valid';
  const nothing = { ...NOTHING, tlbInvalidated: null };
  if (!trace.ask('kvm_pte_valid(ctx->old)', walker, { oldLeaf }, valid, source))
    return { ...nothing, error: 'EAGAIN' };
  const finalExec = newExec === 'none' ? oldExec : newExec;
  const adds = oldExec === 'none' && finalExec !== 'none';
  const check = 'stage2_pte_executable(pte) && !stage2_pte_executable(ctx->old)';
  const icache = trace.ask(check, walker, { oldExec, newExec }, adds, source);
  const icacheMaintained = icache && invalidateToPou(q, rules, trace);
  return { ...nothing, icacheCallback: icache, icacheMaintained, finalExec };
};

/** The old leaf goes: with FWB the guest wrote through the caches, where the host finds it. */
const unmap: Operation = (q, rules, trace) => {
  const { oldLeaf, memType } = q;
  const source = rules.source.pgtable;
  const walker = 'stage2_unmap_walker';
  if (!trace.ask('kvm_pte_valid(ctx->old)', walker, { oldLeaf }, oldLeaf === 'valid', source))
    return NOTHING;
  const cacheable = memType === 'NORMAL';
  const asked = trace.ask(CACHEABLE_OLD, walker, { memType }, cacheable, source);
  const flushed = asked && withoutFwb(walker, q, rules, trace);
  return { ...NOTHING, dcacheCallback: flushed, dcacheMaintained: flushed, tlbInvalidated: true };
};

/** With FWB the whole walk is left out. */
const stage2Flush: Operation = (q, rules, trace) => {
  const { oldLeaf, memType } = q;
  if (!withoutFwb('kvm_pgtable_stage2_flush', q, rules, trace)) return NOTHING;
  const flushed = oldLeaf === 'valid' && memType === 'NORMAL';
  const walker = 'stage2_flush_walker';
  trace.ask(CACHEABLE_OLD, walker, { oldLeaf, memType }, flushed, rules.source.pgtable);
  return { ...NOTHING, dcacheCallback: flushed, dcacheMaintained: flushed };
};

const CACHEABLE_NEW = 'stage2_pte_cacheable(pgt, new)';
const CACHEABLE_OLD = 'stage2_pte_cacheable(pgt, ctx->old)';

/** What the callback of a map does. IDC is not asked. */
function cleanToPoc(q: MaintenanceQuery, rules: NamedRules, trace: Trace): boolean {
  return withoutFwb('clean_dcache_guest_page', q, rules, trace);
}

function invalidateToPou({ dic }: MaintenanceQuery, rules: NamedRules, trace: Trace): boolean {
  const check = '!cpus_have_final_cap(ARM64_HAS_CACHE_DIC)';
  return trace.ask(check, 'invalidate_icache_guest_page', { dic }, !dic, rules.source.pgtable);
}

function withoutFwb(
  where: string,
  { fwb }: MaintenanceQuery,
  { source }: NamedRules,
  trace: Trace,
): boolean {
  const check = '!cpus_have_final_cap(ARM64_HAS_STAGE2_FWB)';
  return trace.ask(check, where, { fwb }, !fwb, source.pgtable);
}

/** Each operation on the table. The same in the three kernels, but for what prot bits they take. */
export const OPERATIONS: Readonly<Record<MaintenanceQuery['event'], Operation>> = {
  map,
  relaxPerms,
  unmap,
  stage2Flush,
};
