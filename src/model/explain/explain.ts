import type { Combined } from '../arch/combine/combined.ts';
import type { Decision } from '../kvm/decisions.ts';
import { sentence } from './sentence.ts';
import { consequence } from './words.ts';

/**
 * The steps of an answer as plain sentences, one a step. The sentence of the step that decided
 * also says what follows. An answer to bad input has no steps: its error is the sentence.
 */
export function explain(answer: Decision | Combined): string[] {
  if (answer.error)
    return [`${answer.error.received} was received; ${answer.error.expected} is expected.`];
  const isDecision = 'question' in answer;
  return answer.because.map((step) =>
    step.decides && isDecision ? `${sentence(step)} ${consequence(answer)}` : sentence(step),
  );
}
