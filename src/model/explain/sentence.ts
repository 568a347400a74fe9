import type { Step } from '../base/step.ts';
import { PHRASES } from './phrases.ts';
import { inputsInWords } from './vocabulary.ts';

/** One step as a plain sentence that reads well aloud. */
export function sentence(step: Step): string {
  const phrase = Object.hasOwn(PHRASES, step.check) ? PHRASES[step.check] : undefined;
  if (phrase && 'tells' in phrase) return `${phrase.tells(step)}.`;
  const asks = phrase ? phrase.asks : `for ${step.check}`;
  const inputs = inputsInWords(step.inputs);
  return `KVM asks ${asks} (${place(step)}): ${answerWord(step.answer)}${inputs === '' ? '' : `, because ${inputs}`}.`;
}

/** An answer in words. */
export function answerWord(answer: Step['answer']): string {
  if (answer === true) return 'yes';
  return answer === false ? 'no' : String(answer);
}

/** The function that is asked where the check is one call, otherwise the function it stands in. */
function place(step: Step): string {
  const call = /^!?(\w+)\([^()]*\)$/.exec(step.check);
  return call?.[1] ?? `in ${step.in}`;
}
