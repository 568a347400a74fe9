import { v616 } from './v6.16.ts';
import { v617 } from './v6.17.ts';
import { v73 } from './v7.3.ts';
import type { ModelError } from '../../base/error.ts';
import { inputError } from '../../base/diagnose.ts';
import type { KernelRules } from './rules.ts';

const ALL = [v616, v617, v73] as const;

/** A kernel that the model knows: v6.16 before the series, v6.17 as landed, v7.3 today. */
export type Kernel = (typeof ALL)[number]['name'];

/** The kernels that the model knows, oldest first. */
export const KERNELS: readonly Kernel[] = ALL.map((rules) => rules.name);

/** The rules of one kernel, with its name as a type. */
export type NamedRules = KernelRules & { readonly name: Kernel };

const BY_NAME: ReadonlyMap<unknown, NamedRules> = new Map(ALL.map((rules) => [rules.name, rules]));

/** The rules of a kernel, or null where the model does not know it. */
export function rulesOf(kernel: unknown): NamedRules | null {
  return BY_NAME.get(kernel) ?? null;
}

/** The error for a kernel that the model does not know. */
export function unknownKernel(kernel: unknown): ModelError {
  const names = KERNELS.map((name) => `'${name}'`).join(', ');
  return inputError(
    'unknown-kernel',
    'kernel',
    kernel,
    `one of ${names}`,
    "'v6.17'",
    `Ask about one of ${names}.`,
  );
}
