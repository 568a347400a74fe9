import { Trace, type StepValue } from '../../base/step.ts';
import type { ErrnoName } from '../errno.ts';
import type { LeafShift } from '../granule/shifts.ts';
import type { KernelFeatures, RuleSources } from '../kernels/features.ts';
import type { ExecAt } from '../pgtable/exec.ts';
import type { PgtableKernel } from '../pgtable/rules.ts';
import type { FullVma } from '../vma/vma.ts';
import type { FaultQuery } from './input.ts';
import type { Mapping, MemType } from './mapping.ts';

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

/**
 * How a kernel writes the checks that it words in its own way, and in which function each part
 * stands. Whole texts: putting them together at each fault would cost more than the check.
 */
export interface FaultNames {
  readonly fetchCheck: string;
  readonly mteCheck: string;
  readonly relaxCheck: string;
  readonly loggingCheck: string;
  readonly hostLeafCheck: string;
  readonly granuleCheck: string;
  readonly vma: string;
  readonly size: string;
  readonly pfn: string;
  readonly prot: string;
  readonly map: string;
}

/** The order of one kernel: what comes before the leaf is written, and the writing. */
export interface FaultRules {
  readonly names: FaultNames;
  readonly before: readonly FaultStage[];
  /** The part of it that decides on the size. */
  readonly size: readonly FaultStage[];
  readonly install: (run: FaultRun) => FaultEnd;
}

/** What the stages use of a kernel. */
export interface FaultKernel extends PgtableKernel {
  readonly has: KernelFeatures;
  readonly source: RuleSources;
  readonly fault: FaultRules;
}

/** A fault on its way through `user_mem_abort()`: the question, and what was found so far. */
export class FaultRun {
  readonly q: FaultQuery;
  readonly vma: FullVma;
  readonly rules: FaultKernel;
  /** The names of the kernel asked about. */
  readonly names: FaultNames;
  readonly trace: Trace;
  /** Cache of page-table pages that was topped up. */
  memcache: 'none' | 'host' | 'hyp' = 'none';
  /** `s2_force_noncacheable`, in v7.3 `map_non_cacheable`: the leaf must not be cacheable. */
  forceNoncacheable = false;
  /** The leaf may be written by the guest. */
  writable: boolean;
  /** What the prot bits ask for, once they are worked out. */
  memType: MemType = 'NORMAL';
  readable = true;
  exec: ExecAt = 'none';
  /** log2 of the size; a page unless the question gives `size`. */
  shift: LeafShift = 12;
  /** `force_pte`, in v7.3 a `max_map_size` of PAGE_SIZE: the page cannot become a block. */
  forcePage = false;
  /** Pages from the start of the mapping to the address that faulted. */
  pagesBack = 0;
  /** A reference on the host page is held, and whether the lock was taken since. */
  page: 'none' | 'held' | 'locked' = 'none';
  mteTagsSanitised = false;
  hwpoisonSignal = false;

  constructor(q: FaultQuery, rules: FaultKernel, trace = new Trace()) {
    this.q = q;
    this.trace = trace;
    this.vma = q.vma as FullVma; // without one, vmaPresent ends the fault before a stage reads it
    this.rules = rules;
    this.names = rules.fault.names;
    this.writable = q.mapWritable;
  }

  /** Asks a check of the fault path; `where` is the function in which it stands. */
  ask<A extends boolean | number | string>(
    check: string,
    inputs: Readonly<Record<string, StepValue>>,
    answer: A,
    where: string,
    source: readonly string[] = this.rules.source.mmu,
  ): A {
    return this.trace.ask(check, where, inputs, answer, source);
  }
}
