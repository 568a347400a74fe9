import type { ModelError } from '../../base/error.ts';
import { rulesOf, unknownKernel, type Kernel, type KernelName } from './registry.ts';
import type { Release } from './releases.ts';

/** The rule set that a name leads to. */
export interface NamedKernel {
  /** Null for a name that the model does not know. */
  readonly rules: Kernel | null;
  /** Which release was named, and how sure the rule set is; left out where a rule set was named. */
  readonly release?: Release;
  readonly error?: ModelError;
}

/**
 * The rule set that a kernel follows, as people name kernels, and how sure that is. Source: the
 * facts about kernels and rule sets; each release has its own ids.
 */
export function kernelNamed(name: KernelName): NamedKernel {
  const found = rulesOf(name);
  if (found === null) return { rules: null, error: unknownKernel(name) };
  const { name: rules, release } = found;
  return release === undefined ? { rules } : { rules, release };
}
