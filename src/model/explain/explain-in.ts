import type { Combined } from '../arch/combine/combined.ts';
import type { Decision } from '../kvm/decisions.ts';
import type { Language } from './language.ts';
import { sentence } from './sentence.ts';

/**
 * The steps of an answer as plain sentences, one a step. The sentence of the step that decided
 * also says what follows. An answer to bad input has no steps: its error is the sentence.
 * Empty for a value that is no answer of the model; never throws.
 */
export function explainIn(language: Language, answer: Decision | Combined): string[] {
  try {
    return sentences(answer, language);
  } catch {
    return [];
  }
}

function sentences(answer: Decision | Combined, language: Language): string[] {
  const { error } = answer;
  if (error) return [`${error.received} was received; ${error.expected} is expected.`];
  const isDecision = 'question' in answer;
  return answer.because.map((step) => {
    const said = sentence(step, language);
    return step.decides && isDecision ? `${said} ${language.consequence(answer)}` : said;
  });
}
