import type { Question } from '../../kvm/decisions.ts';
import type { KernelName } from '../../kvm/kernels/registry.ts';
import { outcomeInWords } from '../outcome.ts';
import { fewestChanges, type Flip } from './fewest-changes.ts';

/**
 * Six changes of a fault are a hundred thousand tries. Of a fault 3 in 100 pairs of a row and an answer are
 * further apart, up to ten changes, and `RowTable.farWays` finds them; in every other whole table none is:
 * `tests/model/longest-ways.test.ts`.
 */
export const MOST_CHANGES = 6;

/**
 * The shortest ways from an input to an answer: every smallest set of fields to change after which
 * `outcomeInWords` says `outcome`, such as 'mapped, WB'. Ranges of VMAs and slots are not changed.
 * Empty for bad input, where the answer is that one already, and where up to six changes do not lead
 * there.
 */
export function shortestWays(
  question: Question,
  kernel: KernelName,
  input: object,
  outcome: string,
): Flip[] {
  return fewestChanges(
    question,
    kernel,
    input,
    MOST_CHANGES,
    (then, now) => outcomeInWords(then) === outcome && outcomeInWords(now) !== outcome,
  );
}
