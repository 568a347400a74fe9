import type { Step, StepStatus } from '../base/step.ts';
import { reasonsInWords, type Language } from './language.ts';

/** One step as a plain sentence that reads well aloud. */
export function sentence(step: Step, language: Language): string {
  const phrase = language.phraseOf(step.check);
  const why = because(step, language);
  const status = step.status ? STATUS_WORDS[step.status] : '';
  if (phrase && 'tells' in phrase) return `${phrase.tells(step, why)}.${status}`;
  const asks = phrase ? phrase.asks : `for ${step.check}`;
  return `KVM asks ${asks}${place(step)}: ${answerWord(step.answer)}${why}.${status}`;
}

/** What a step rests on, as the end of a sentence. */
function because(step: Step, language: Language): string {
  const words = reasonsInWords(step, language);
  return words === '' ? '' : `, because ${words}`;
}

const STATUS_WORDS: Readonly<Record<StepStatus, string>> = {
  read: ' This was read, not evaluated.',
};

/** An answer in words. */
export function answerWord(answer: Step['answer']): string {
  if (answer === true) return 'yes';
  return answer === false ? 'no' : String(answer);
}

/** The function that is asked, where the check is one call, and the VMA that it is asked about. */
function place(step: Step): string {
  const call = /^!?(\w+)\([^()]*\)$/.exec(step.check)?.[1];
  const { vma } = step.inputs;
  const parts = [call, typeof vma === 'number' ? `VMA ${vma + 1}` : undefined];
  const named = parts.filter((part) => part !== undefined).join(', ');
  return named === '' ? '' : ` (${named})`;
}
