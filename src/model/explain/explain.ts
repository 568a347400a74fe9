import type { Combined } from '../arch/combine/combined.ts';
import type { Decision } from '../kvm/decisions.ts';
import { explainIn } from './explain-in.ts';
import { FULL_LANGUAGE } from './full-language.ts';

/**
 * The steps of an answer as plain sentences, one a step. The sentence of the step that decided
 * also says what follows. An answer to bad input has no steps: its error is the sentence.
 * Empty for a value that is no answer of the model; never throws.
 */
export function explain(answer: Decision | Combined): string[] {
  return explainIn(FULL_LANGUAGE, answer);
}
