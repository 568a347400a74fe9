import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import type { Trace } from '../base/step.ts';
import type { KernelFeatures } from './kernels/features.ts';
import { kernelWith, type NamedRules } from './kernels/registry.ts';

/** The error for a question about something that the kernel asked about does not have. */
export function notInKernel(
  what: string,
  { name }: NamedRules,
  feature: keyof KernelFeatures,
): ModelError {
  const known = kernelWith(({ has }) => has[feature]);
  const wanted = `a kernel with ${what}`;
  const remedy = `Ask about ${known}.`;
  return inputError('not-in-kernel', 'kernel', name, wanted, `'${known}'`, remedy);
}

/** The error for a field that describes it, of which such a kernel knows nothing but `only`. */
export function fieldNotInKernel(
  place: string,
  value: unknown,
  only: string,
  { name }: NamedRules,
  feature: keyof KernelFeatures,
): ModelError {
  const remedy = `Ask about ${kernelWith(({ has }) => has[feature])}, or leave it out.`;
  const [wanted, sample] = [`${only} for ${name}`, `${place}: ${only}`];
  return inputError('not-in-kernel', place, value, wanted, sample, remedy);
}

/** The step of an answer 'unknown': the code in question was not read in this kernel. */
export function noteUnread(what: string, { source }: NamedRules, trace: Trace): void {
  trace.ask('the code was read', what, {}, false, source.mmu);
}
