import type { ModelError } from '../base/error.ts';
import type { Step } from '../base/step.ts';
import type { ErrnoName } from './errno.ts';
import type { Kernel } from './kernels/registry.ts';
import type { Release } from './kernels/release-in.ts';

/** What every answer about the kernel has. */
export interface DecisionOf<Question extends string, Verdict extends string> {
  /** The function of the model that was asked. */
  readonly question: Question;
  /** The rule set that answered; null where it is none that the model knows. */
  readonly kernel: Kernel | null;
  /** The release that was named, and how sure it is that it follows the rules of `kernel`. */
  readonly release?: Release;
  /** 'invalid' stands for bad input; then `error` says what was wrong. */
  readonly verdict: Verdict | 'invalid';
  /** The value that the kernel function returns; null where there is none. */
  readonly ret: number | null;
  /** Name of the error in `ret`. */
  readonly errno: ErrnoName | null;
  /** The checks in their order, up to the one that decided. Empty for bad input. */
  readonly because: readonly Step[];
  readonly error?: ModelError;
}
