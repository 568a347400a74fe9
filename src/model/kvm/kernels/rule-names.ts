import type { Kernel } from './list.ts';
import { FOLLOWED } from './releases.ts';

/* Names of kernels without their rules: who only asks what a name means need not have all checks. */

/**
 * A kernel as people name it: a rule set, or a release that follows one, such as '6.12', 'v7.1' or
 * '7.2.2-1-arch'. The answer then says which rule set, and how sure that is.
 */
export type KernelName = Kernel | (string & Record<never, never>);

/** The rule sets that the model knows, oldest first. */
export const KERNELS: readonly Kernel[] = FOLLOWED;

/** The newest of them: what an input means that names none. */
export const NEWEST: Kernel = KERNELS.at(-1) ?? 'v7.3';
