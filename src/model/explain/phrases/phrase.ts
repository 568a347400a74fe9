import type { Step } from '../../base/step.ts';

/**
 * Values that inputs of a check must have for an answer. One that has it under the other answer is no
 * reason for that answer, and is not told as one: “no, because A and B” names what was missing.
 */
export interface Needs {
  /** For a yes. */
  readonly yes?: Step['inputs'];
  /** For a no. */
  readonly no?: Step['inputs'];
}

/**
 * What a check asks, or how its answer is told where it is no question. `why` is what the step
 * rests on, as the end of a sentence.
 */
export type Phrase = (
  { readonly asks: string } | { readonly tells: (step: Step, why: string) => string }
) & { readonly needs?: Needs };

/** Checks and how they are said, by the text of the check. */
export type Phrases = Readonly<Record<string, Phrase>>;

/** A phrase that states the answer, and then what it rests on. */
export function tells(text: (answer: string) => string): Phrase {
  return { tells: (step, why) => `${text(String(step.answer))}${why}` };
}
