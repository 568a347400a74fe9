import type { Step } from '../../base/step.ts';

/**
 * What a check asks, or how its answer is told where it is no question. `why` is what the step
 * rests on, as the end of a sentence.
 */
export type Phrase =
  { readonly asks: string } | { readonly tells: (step: Step, why: string) => string };

/** Checks and how they are said, by the text of the check. */
export type Phrases = Readonly<Record<string, Phrase>>;

/** A phrase that states the answer, and then what it rests on. */
export function tells(text: (answer: string) => string): Phrase {
  return { tells: (step, why) => `${text(String(step.answer))}${why}` };
}
