import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import type { Trace } from '../base/step.ts';
import type { NamedRules } from './kernels/registry.ts';

/** The error for a question about something that the kernel asked about does not have. */
export function notInKernel(what: string, kernel: string): ModelError {
  const remedy = 'Ask about v7.3.';
  return inputError('not-in-kernel', 'kernel', kernel, `a kernel with ${what}`, "'v7.3'", remedy);
}

/** The step of an answer 'unknown': the code in question was not read in this kernel. */
export function noteUnread(what: string, { source }: NamedRules, trace: Trace): void {
  trace.ask('the code was read', what, {}, false, source.mmu);
}
