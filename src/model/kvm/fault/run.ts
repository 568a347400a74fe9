import { Trace, type StepValue } from '../../base/step.ts';
import type { ErrnoName } from '../errno.ts';
import type { NamedRules } from '../kernels/registry.ts';
import type { FullVma } from '../vma/vma.ts';
import type { FaultQuery } from './input.ts';
import type { Mapping } from './mapping.ts';

/** How the fault ended. */
export type FaultVerdict = 'mapped' | 'relaxed' | 'retry' | 'fails' | 'injected' | 'signalled';

/** What an exit of `user_mem_abort()` means. */
export interface FaultEnd {
  readonly verdict: FaultVerdict;
  readonly ret: number;
  readonly errno: ErrnoName | null;
  /** What the guest gets where the verdict is 'injected'. */
  readonly injected: 'instruction abort' | 'data abort' | null;
  readonly mapping: Mapping | null;
}

/** One check or effect on the way: the end of the fault, or null to go on. */
export type FaultStage = (run: FaultRun) => FaultEnd | null;

/** The order of one kernel: what comes before the leaf is written, and the writing. */
export interface FaultRules {
  readonly before: readonly FaultStage[];
  readonly install: (run: FaultRun) => FaultEnd;
}

const NO_VMA: FullVma = {
  vmPfnmap: false,
  vmMixedmap: false,
  vmAllowAnyUncached: false,
  vmMteAllowed: false,
  attrIndx: 0,
  start: -1,
  end: -1,
};

/** A fault on its way through `user_mem_abort()`: the question, and what was found so far. */
export class FaultRun {
  readonly q: FaultQuery;
  readonly vma: FullVma;
  readonly rules: NamedRules;
  readonly trace = new Trace();
  /** Cache of page-table pages that was topped up. */
  memcache: 'none' | 'host' | 'hyp' = 'none';
  /** VM_PFNMAP or VM_MIXEDMAP, and no RAM (since v6.17). */
  special = false;
  /** `s2_force_noncacheable`: the leaf must not be cacheable. */
  forceNoncacheable = false;
  /** The leaf may be written by the guest. */
  writable: boolean;
  /** A reference on the host page is held, and whether the lock was taken since. */
  page: 'none' | 'held' | 'locked' = 'none';
  mteTagsSanitised = false;
  hwpoisonSignal = false;

  constructor(q: FaultQuery, rules: NamedRules) {
    this.q = q;
    this.vma = q.vma ?? NO_VMA;
    this.rules = rules;
    this.writable = q.mapWritable;
  }

  /** Asks a check of `user_mem_abort()`. */
  ask<A extends boolean | number | string>(
    check: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: A,
    where = 'user_mem_abort',
  ): A {
    return this.trace.ask(check, where, inputs, answer, this.rules.source.mmu);
  }
}
