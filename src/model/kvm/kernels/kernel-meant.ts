import { kernelMeantIn, type MeantKernel } from './release-in.ts';
import { RELEASES } from './releases.ts';
import type { KernelName } from './rule-names.ts';

/**
 * The rule set that a kernel follows, as people name kernels, and how sure that is. Source: the
 * facts about kernels and rule sets; each release has its own ids.
 */
export function kernelMeant(name: KernelName): MeantKernel {
  return kernelMeantIn(RELEASES, name);
}
