import type { Step } from '../base/step.ts';
import { answerWord, sentence } from './sentence.ts';
import type { ShowStep } from './show-tree.ts';
import { inputsInWords } from './vocabulary.ts';

/** A step for people; `follows` is what the step that decided leads to. */
export function showStep(step: Step, follows = ''): ShowStep {
  return {
    check: step.check,
    in: step.in,
    sentence: `${sentence(step)}${follows}`,
    inputs: inputsInWords(step.inputs),
    answer: answerWord(step.answer),
    source: step.source,
    decides: step.decides,
  };
}
