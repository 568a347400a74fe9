import type { ModelError } from '../../base/error.ts';
import { inputError } from '../../base/diagnose.ts';
import { nearest } from '../../base/nearest.ts';
import { ALL, type Kernel } from './list.ts';
import { releaseNamed, type Release } from './releases.ts';
import type { KernelRules } from './rules.ts';

export type { Kernel } from './list.ts';

/**
 * A kernel as people name it: a rule set, or a release that follows one, such as '6.12', 'v7.1' or
 * '7.2.2-1-arch'. The answer then says which rule set, and how sure that is.
 */
export type KernelName = Kernel | (string & Record<never, never>);

/** The rule sets that the model knows, oldest first. */
export const KERNELS: readonly Kernel[] = ALL.map((rules) => rules.name);

/** The newest of them: what an input means that names none. */
export const NEWEST: Kernel = KERNELS.at(-1) ?? ALL[0].name;

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
  return rules ? { ...rules, release } : null;
}

/** An answer with the release that was asked about, where one was. */
export function withRelease<D extends object>(
  { release }: NamedRules,
  decision: D,
): D & { readonly release?: Release } {
  return release === undefined ? decision : { ...decision, release };
}

/** The error for a kernel that the model does not know. */
export function unknownKernel(kernel: unknown): ModelError {
  const names = KERNELS.map((name) => `'${name}'`).join(', ');
  const near =
    typeof kernel === 'string' ? nearest(kernel.trim().replace(/^(?=\d)/, 'v'), KERNELS) : null;
  const error = inputError(
    'unknown-kernel',
    'kernel',
    kernel,
    `one of ${names}, or a release of Linux such as '6.12' or '7.2.2-1-arch'`,
    "'v6.17'",
    near === null
      ? `Ask about one of ${names}, or name a release in a text: '6.10' is not 6.1.`
      : `Is it '${near}'?`,
  );
  return near === null ? error : { ...error, nearest: near };
}
