import { ERRNO } from '../errno.ts';
import type { FaultEnd } from './run.ts';

/** KVM_RUN fails with EFAULT and without exit data. */
export const FAILS: FaultEnd = {
  verdict: 'fails',
  ret: -ERRNO.EFAULT,
  errno: 'EFAULT',
  injected: null,
  mapping: null,
};

/** The caller turns ENOEXEC into an instruction abort; user space never sees it. */
export const INSTRUCTION_ABORT: FaultEnd = {
  verdict: 'injected',
  ret: -ERRNO.ENOEXEC,
  errno: 'ENOEXEC',
  injected: 'instruction abort',
  mapping: null,
};

/** An unsupported exclusive or atomic access: the guest gets a data abort. */
export const DATA_ABORT: FaultEnd = {
  verdict: 'injected',
  ret: 1,
  errno: null,
  injected: 'data abort',
  mapping: null,
};

/** Nothing is mapped; the guest resumes and faults again. */
export const RETRY: FaultEnd = {
  verdict: 'retry',
  ret: 0,
  errno: null,
  injected: null,
  mapping: null,
};

/** SIGBUS for a poisoned page was queued. */
export const SIGNALLED: FaultEnd = {
  verdict: 'signalled',
  ret: 0,
  errno: null,
  injected: null,
  mapping: null,
};
