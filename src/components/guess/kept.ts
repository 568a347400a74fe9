import { withAnswer, type Progress } from '../path/progress.ts';
import { change, kept } from '../path/store.ts';

/** What was guessed on a card, as its buttons say it. */
export type Guess = 'true' | 'false';

const isGuess = (value: unknown): value is Guess => value === 'true' || value === 'false';

/** Where guesses stood when they were kept for themselves: a card's heading, and what was guessed. */
const OLD = 'guesses';

/** A card as it is kept: its address, like that of a check. */
const questionOf = (card: string): string => `${location.pathname}#${card}`;

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

/** moveOld puts guesses that were kept for themselves to the answers; `truth` says what each card is. */
export function moveOld(truth: ReadonlyMap<string, Guess>): void {
  try {
    const text = localStorage.getItem(OLD);
    if (text === null) return;
    const old = guessesIn(text);
    const problem = change((progress) =>
      Object.entries(old).reduce((known: Progress, [card, guess]) => {
        const is = truth.get(card);
        return is && isGuess(guess) ? withAnswer(known, questionOf(card), guess === is) : known;
      }, progress),
    );
    if (problem === null) localStorage.removeItem(OLD);
  } catch {
    // Storage is closed to this page: there is nothing to move.
  }
}

function guessesIn(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}
