import { OLD_GUESSES } from '../path/names.ts';
import { together } from '../path/progress.ts';
import { change } from '../path/store.ts';
import { oldAnswers, type Truths } from './old-answers.ts';

/**
 * moveOld puts guesses that were kept for themselves to the answers, so that a file has them and who
 * forgets all forgets them. What cannot be written stays where it was.
 */
export function moveOld(truths: Truths): void {
  try {
    const text = localStorage.getItem(OLD_GUESSES);
    if (text === null) return;
    const old = { read: [], answers: oldAnswers(text, truths) };
    if (change((progress) => together(progress, old)) === null)
      localStorage.removeItem(OLD_GUESSES);
  } catch {
    // Storage is closed to this page: there is nothing to move.
  }
}
