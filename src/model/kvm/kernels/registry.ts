import { ALL, type Kernel } from './list.ts';
import { withSizesOf73 } from './other-sizes.ts';
import type { Release } from './release-in.ts';
import { releaseNamed } from './releases.ts';
import { NEWEST } from './rule-names.ts';
import type { KernelRules } from './rules.ts';

export type { Kernel } from './list.ts';
export { KERNELS, NEWEST, type KernelName } from './rule-names.ts';
export { unknownKernel } from './unknown-kernel.ts';

/** The oldest rule set of which something holds, to be asked instead; the newest where there is none. */
export function kernelWith(holds: (rules: KernelRules) => boolean): Kernel {
  return ALL.find(holds)?.name ?? NEWEST;
}

/** The rules of one kernel, with its name as a type. */
export type NamedRules = KernelRules & {
  readonly name: Kernel;
  /** The release that was asked about; left out where the rule set was named itself. */
  readonly release?: Release;
};

const BY_NAME: ReadonlyMap<unknown, NamedRules> = new Map(ALL.map((rules) => [rules.name, rules]));

/** The rules that a kernel follows, or null where the name is none. */
export function rulesOf(kernel: unknown): NamedRules | null {
  const own = BY_NAME.get(kernel);
  if (own || typeof kernel !== 'string') return own ?? null;
  const release = releaseNamed(kernel);
  const rules = release && BY_NAME.get(release.rules);
  if (!rules) return null;
  const sized = release.sizes === undefined ? rules : withSizesOf73(rules, release.source);
  return { ...sized, release };
}

/** An answer with the release that was asked about, where one was. */
export function withRelease<D extends object>(
  { release }: NamedRules,
  decision: D,
): D & { readonly release?: Release } {
  return release === undefined ? decision : { ...decision, release };
}
