import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';

/** The error for a question about something that the kernel asked about does not have. */
export function notInKernel(what: string, kernel: string): ModelError {
  const remedy = 'Ask about v7.3.';
  return inputError('not-in-kernel', 'kernel', kernel, `a kernel with ${what}`, "'v7.3'", remedy);
}
