import { withAnswer } from '../path/progress.ts';
import { change, kept } from '../path/store.ts';
import { moveOld } from './old.ts';
import { cards, show, truths } from './shown.ts';

/** takeGuess takes a click among the buttons of a card. A card is guessed once; the first guess counts. */
export function takeGuess(target: EventTarget | null): void {
  if (!(target instanceof HTMLButtonElement)) return;
  const card = cards.find(({ box }) => box.contains(target));
  if (card === undefined) return;
  const { box, question, is } = card;
  change((progress) => withAnswer(progress, question, target.value === String(is)));
  box.querySelector('details')?.setAttribute('open', '');
}

const showNow = (): void => show(kept().progress.answers);
moveOld(truths);
document.addEventListener('stage-kept', showNow);
showNow();
