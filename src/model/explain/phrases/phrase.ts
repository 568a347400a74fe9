import type { Step } from '../../base/step.ts';
import { inputsInWords } from '../vocabulary.ts';

/** What a check asks, or how its answer is told where it is no question. */
export type Phrase = { readonly asks: string } | { readonly tells: (step: Step) => string };

/** Checks and how they are said, by the text of the check. */
export type Phrases = Readonly<Record<string, Phrase>>;

/** A phrase that states the answer, and then what it rests on. */
export function tells(text: (answer: string) => string): Phrase {
  return { tells: (step) => `${text(String(step.answer))}${because(step)}` };
}

/** What a step rests on, as the end of a sentence. */
export function because(step: Step): string {
  const words = inputsInWords(step.inputs);
  return words === '' ? '' : `, because ${words}`;
}
