import type { ModelError } from '../../base/error.ts';
import { kernelMeant } from './kernel-meant.ts';
import type { MeantKernel } from './release-in.ts';
import type { KernelName } from './rule-names.ts';
import { unknownKernel } from './unknown-kernel.ts';

/** The rule set that a name leads to, or why it leads to none. */
export interface NamedKernel extends MeantKernel {
  readonly error?: ModelError;
}

/** `kernelMeant`, with an error for a name that the model does not know. */
export function kernelNamed(name: KernelName): NamedKernel {
  const meant = kernelMeant(name);
  return meant.rules === null ? { ...meant, error: unknownKernel(name) } : meant;
}
