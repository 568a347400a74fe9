import { OLD_GUESSES } from '../path/names.ts';
import { withAnswer, type Progress } from '../path/progress.ts';
import { change } from '../path/store.ts';

/** What is known of each card, by its address as answers have it: whether it is true. */
export type Truths = Readonly<Record<string, boolean>>;

/**
 * moveOld puts guesses that were kept for themselves to the answers, so that a file has them and who
 * forgets all forgets them. What cannot be written stays where it was.
 */
export function moveOld(truths: Truths): void {
  try {
    const text = localStorage.getItem(OLD_GUESSES);
    if (text === null) return;
    const old = guessesIn(text);
    const problem = change((progress) =>
      Object.entries(truths).reduce((known: Progress, [question, is]) => {
        const guess = old.get(question.slice(question.indexOf('#') + 1));
        return guess === undefined ? known : withAnswer(known, question, guess === is);
      }, progress),
    );
    if (problem === null) localStorage.removeItem(OLD_GUESSES);
  } catch {
    // Storage is closed to this page: there is nothing to move.
  }
}

/** What was guessed, by the heading of the card; what is no guess is left out. */
function guessesIn(text: string): ReadonlyMap<string, boolean> {
  try {
    const pairs = Object.entries({ ...(JSON.parse(text) as object) });
    return new Map(
      pairs.flatMap(([card, guess]): [string, boolean][] =>
        guess === 'true' || guess === 'false' ? [[card, guess === 'true']] : [],
      ),
    );
  } catch {
    return new Map();
  }
}
