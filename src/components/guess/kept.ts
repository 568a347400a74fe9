import { withAnswer } from '../path/progress.ts';
import { change, here, kept } from '../path/store.ts';

/** What was guessed on a card, as its buttons say it. */
export type Guess = 'true' | 'false';

/** A card as it is kept: its address, like that of a check. */
const questionOf = (card: string): string => `${here()}#${card}`;

/** What was guessed first on a card that is true or false; null while nothing was. */
export function guessOf(card: string, is: Guess): Guess | null {
  const { answers } = kept().progress;
  const question = questionOf(card);
  if (!Object.hasOwn(answers, question)) return null;
  return answers[question] === true ? is : is === 'true' ? 'false' : 'true';
}

/** keepGuess keeps the first guess on a card. */
export function keepGuess(card: string, is: Guess, guess: Guess): void {
  change((progress) => withAnswer(progress, questionOf(card), guess === is));
}
