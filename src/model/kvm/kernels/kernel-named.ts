import type { ModelError } from '../../base/error.ts';
import type { Kernel } from './list.ts';
import { releaseNamed, type Release } from './releases.ts';
import { KERNELS, unknownKernel, type KernelName } from './rule-names.ts';

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
  const own = KERNELS.find((kernel) => kernel === name);
  if (own !== undefined) return { rules: own };
  const release = typeof name === 'string' ? releaseNamed(name) : null;
  return release === null
    ? { rules: null, error: unknownKernel(name) }
    : { rules: release.rules, release };
}
