import { ask, type Asked } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import { ERRNO } from '../errno.ts';
import type { KernelName } from '../kernels/registry.ts';
import type { ExecAt } from './exec.ts';
import {
  CACHE_MAINTENANCE_FIELDS,
  maintenanceWrong,
  type CacheMaintenanceInput,
} from './maintenance-input.ts';
import { OPERATIONS, type Effects } from './maintenance.ts';

/**
 * 'maintained' where an instruction of cache maintenance is executed; a callback that is invoked
 * and does nothing is 'not-maintained'. 'retry' is EAGAIN: the leaf is right but for permissions,
 * or there is none to relax. 'refused' is EINVAL for prot bits that no leaf takes.
 */
export interface CacheMaintenanceDecision extends DecisionOf<
  'cacheMaintenance',
  'maintained' | 'not-maintained' | 'retry' | 'refused'
> {
  /** The callback dcache_clean_inval_poc is invoked. */
  readonly dcacheCallback: boolean | null;
  /** Clean and invalidate to the PoC is executed, by a VA of the linear map. */
  readonly dcacheMaintained: boolean | null;
  /** The callback icache_inval_pou is invoked. */
  readonly icacheCallback: boolean | null;
  /** Invalidation of the instruction cache to the PoU is executed. */
  readonly icacheMaintained: boolean | null;
  /** The old leaf was invalidated in the TLBs; null for relaxPerms, which changes it in place. */
  readonly tlbInvalidated: boolean | null;
  /** After relaxPerms: where the leaf is executable; null where there is none, or otherwise. */
  readonly finalExec: ExecAt | null;
}

/** The question, its fields and its rules. */
export const CACHE_MAINTENANCE: Asked<typeof CACHE_MAINTENANCE_FIELDS, CacheMaintenanceDecision> = {
  question: 'cacheMaintenance',
  fields: CACHE_MAINTENANCE_FIELDS,
  nothing: {
    dcacheCallback: null,
    dcacheMaintained: null,
    icacheCallback: null,
    icacheMaintained: null,
    tlbInvalidated: null,
    finalExec: null,
  },
  wrong: maintenanceWrong,
  decide: (q, rules, trace) => {
    const { error, ...effects } = OPERATIONS[q.event](q, rules, trace);
    const ret = error === null ? 0 : -ERRNO[error];
    return { verdict: verdictOf(error, effects), ret, ...effects };
  },
};

/**
 * The cache maintenance that KVM does with an operation on a stage-2 table. IDC is not asked.
 * `relaxPerms` never takes a permission away, but since v7.3 it writes the pair of XN bits as
 * requested, and with FEAT_XNX this can narrow it. Source: CODE734, evaluated without XNX; for
 * v6.16 and v6.17 the code of 6.12, which decides alike (read).
 */
export function cacheMaintenance(
  kernel: KernelName,
  input: CacheMaintenanceInput,
): CacheMaintenanceDecision {
  return ask(CACHE_MAINTENANCE, kernel, input);
}

function verdictOf(
  error: Effects['error'],
  { dcacheMaintained, icacheMaintained }: Omit<Effects, 'error'>,
): 'maintained' | 'not-maintained' | 'retry' | 'refused' {
  if (error !== null) return error === 'EAGAIN' ? 'retry' : 'refused';
  return dcacheMaintained || icacheMaintained ? 'maintained' : 'not-maintained';
}
