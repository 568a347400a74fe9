import type { Trace } from '../base/step.ts';
import type { NamedRules } from './kernels/registry.ts';

/** The step of an answer 'unknown': the code in question was not read in this kernel. */
export function noteUnread(what: string, { source }: NamedRules, trace: Trace): void {
  trace.ask('the code was read', what, {}, false, source.mmu);
}
