import * as fc from 'fast-check';
import { KERNELS, QUESTIONS, type Decision, type Kernel, type Question } from 'stage-two';
import { answer, inputs } from './inputs.ts';

/** A decision with what was asked. */
export interface Decided {
  readonly question: Question;
  readonly kernel: Kernel;
  readonly input: Record<string, unknown>;
  readonly decision: Decision;
}

const SIZE = 300;

const known = new Map<Question, readonly Record<string, unknown>[]>();

/** Inputs of a question that its fields allow; always the same. */
function given(question: Question): readonly Record<string, unknown>[] {
  const found = known.get(question);
  if (found) return found;
  const fresh = fc.sample(inputs(QUESTIONS[question].fields), { numRuns: SIZE, seed: 4 });
  known.set(question, fresh);
  return fresh;
}

/**
 * Decisions of a question by every kernel. Each call asks anew, so that mutation testing sees which
 * test relies on which code.
 */
export function corpus(question: Question): readonly Decided[] {
  return KERNELS.flatMap((kernel) =>
    given(question).map((input) => {
      const decision = answer(question, kernel, input);
      return { question, kernel, input, decision };
    }),
  );
}
