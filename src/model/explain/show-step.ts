import type { Step } from '../base/step.ts';
import { reasonsInWords, type Language } from './language.ts';
import { answerWord, sentence } from './sentence.ts';
import type { ShowStep } from './show-tree.ts';

/** A step for people; `follows` is what the step that decided leads to. */
export function showStep(step: Step, language: Language, follows = ''): ShowStep {
  return {
    check: step.check,
    in: step.in,
    sentence: `${sentence(step, language)}${follows}`,
    inputs: reasonsInWords(step, language),
    answer: answerWord(step.answer),
    source: step.source,
    decides: step.decides,
  };
}
