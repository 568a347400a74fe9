import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import { answered, type Taken } from '../ask.ts';
import type { DecisionOf } from '../decision.ts';
import type { KernelName, NamedRules } from '../kernels/registry.ts';
import { FAULT_FIELDS, readFault, type FaultInput, type FaultQuery } from './input.ts';
import { nestedWrong } from '../nested/wrong.ts';
import { fieldNotInKernel } from '../not-in-kernel.ts';
import type { Mapping } from './mapping.ts';
import { FaultRun, type FaultEnd, type FaultVerdict } from './run.ts';

/**
 * `ret` is what `user_mem_abort()` returns: 0 handled, 1 handled with a fault injected, -14 EFAULT
 * (KVM_RUN fails with it), -8 ENOEXEC (the caller injects an instruction abort).
 */
export interface FaultDecision extends DecisionOf<'handleFault', FaultVerdict> {
  /** What was done to the stage-2 table; null where nothing was. */
  readonly mapping: Mapping | null;
  /** What the guest gets where the verdict is 'injected'. */
  readonly injected: 'instruction abort' | 'data abort' | null;
  /** Cache of page-table pages that was topped up; hyp on a pKVM host. */
  readonly memcache: 'none' | 'host' | 'hyp' | null;
  /** The MTE tags of the page were initialised. */
  readonly mteTagsSanitised: boolean | null;
  /** The page was marked dirty in the slot. */
  readonly markedDirty: boolean | null;
  /** SIGBUS for a poisoned page was queued. */
  readonly hwpoisonSignal: boolean | null;
  /** How the reference on the host page was dropped; 'no': never taken, or kept. */
  readonly pageReleased: 'no' | 'unused' | 'dirty' | 'clean' | null;
}

/** The question and its fields. */
export const HANDLE_FAULT: Taken<typeof FAULT_FIELDS, FaultDecision> = {
  question: 'handleFault',
  fields: FAULT_FIELDS,
  read: readFault,
  nothing: {
    mapping: null,
    injected: null,
    memcache: null,
    mteTagsSanitised: null,
    markedDirty: null,
    hwpoisonSignal: null,
    pageReleased: null,
  },
  wrong: faultWrong,
};

/**
 * What KVM does with a stage-2 fault on an ordinary memslot: `user_mem_abort()` with its exits in
 * order. Topping up the page cache and writing the table succeed. Without `size` everything is a
 * page, without `nested` the guest is no guest of a guest. What the lookup of the page gave is an input,
 * `pfnLookup`, and not asked here: its rules are those of `hvaToPfn`. Source: C1 (v6.16), CODE617 and
 * V10-5 (v6.17), CODE734 (v7.3); size and nesting were evaluated apart from the other exits.
 */
export function handleFault(kernel: KernelName, input: FaultInput): FaultDecision {
  return answered(HANDLE_FAULT, kernel, input, decision);
}

/** The stages in order: the first that ends the fault, or the leaf that is written. */
export function userMemAbort(run: FaultRun): FaultEnd {
  const { before, install } = run.rules.fault;
  for (const stage of before) {
    const end = stage(run);
    if (end !== null) return end;
  }
  return install(run);
}

/** Put together by name: this question is asked millions of times. */
function decision(q: FaultQuery, rules: NamedRules): FaultDecision {
  const run = new FaultRun(q, rules);
  const { verdict, ret, errno, mapping, injected } = userMemAbort(run);
  run.trace.decided();
  return {
    question: 'handleFault',
    kernel: rules.name,
    verdict,
    ret,
    errno,
    mapping,
    injected,
    memcache: run.memcache,
    mteTagsSanitised: run.mteTagsSanitised,
    markedDirty: mapping !== null && mapping.w,
    hwpoisonSignal: run.hwpoisonSignal,
    pageReleased: released(run, mapping),
    because: run.trace.steps,
  };
}

function released(run: FaultRun, mapping: Mapping | null): FaultDecision['pageReleased'] {
  if (mapping !== null) return mapping.w ? 'dirty' : 'clean';
  const dropped = run.page === 'locked' || (run.page === 'held' && run.rules.has.dropsPageEarly);
  return dropped ? 'unused' : 'no';
}

/** What no fault can say, and what the kernel asked about does not have. */
export function faultWrong(q: FaultQuery, rules: NamedRules): ModelError | null {
  if (q.access === 'write' && !q.mapWritable) {
    const wanted = 'true for a write: the lookup gives a writable page or fails';
    return inputError(
      'contradiction',
      'mapWritable',
      false,
      wanted,
      'mapWritable: true',
      "Leave it out, or give pfnLookup: 'error'.",
    );
  }
  if (q.exclAtomicFault && !rules.has.exclAtomicFault)
    return fieldNotInKernel('exclAtomicFault', true, 'false', rules, 'exclAtomicFault');
  return q.nested === null ? null : nestedWrong(q.nested, q.xnx, rules);
}
