import type { Decision, Question } from '../../kvm/decisions.ts';
import type { KernelName } from '../../kvm/kernels/registry.ts';
import { NO_ANSWER } from '../answer.ts';
import { fewestChanges, type Flip } from './fewest-changes.ts';

/** More changes than this are not tried: no pair of neighbouring answers needs them. */
const MOST_CHANGES = 3;

/**
 * The smallest changes of an input that change the answer, at most three together. Answers are compared
 * by verdict, error, mapping and what the guest gets, not by bookkeeping. Ranges of VMAs and slots are
 * not changed. Empty for bad input, and where up to three changes do not change the answer.
 */
export function nearestFlips(question: Question, kernel: KernelName, input: object): Flip[] {
  return fewestChanges(
    question,
    kernel,
    input,
    MOST_CHANGES,
    (then, now) => answerOf(then) !== answerOf(now),
  );
}

/** What counts as the answer. */
export function answerOf(decision: Decision): string {
  const names = Object.keys(decision).filter((name) => !NO_ANSWER.has(name));
  return JSON.stringify(names.map((name) => decision[name as keyof Decision]));
}
