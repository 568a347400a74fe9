import type { Kernel } from './list.ts';
import { releaseNamed, type Release } from './releases.ts';
import { KERNELS, type KernelName } from './rule-names.ts';

/** The rule set that a name leads to. */
export interface MeantKernel {
  /** Null for a name that the model does not know. */
  readonly rules: Kernel | null;
  /** Which release was named, and how sure the rule set is; left out where a rule set was named. */
  readonly release?: Release;
}

/**
 * The rule set that a kernel follows, as people name kernels, and how sure that is. Source: the
 * facts about kernels and rule sets; each release has its own ids.
 */
export function kernelMeant(name: KernelName): MeantKernel {
  const own = KERNELS.find((kernel) => kernel === name);
  if (own !== undefined) return { rules: own };
  const release = typeof name === 'string' ? releaseNamed(name) : null;
  return release === null ? { rules: null } : { rules: release.rules, release };
}
