import { guessOf, keepGuess, type Guess } from './kept.ts';
import { here } from '../path/store.ts';
import { moveOld } from './old.ts';

interface Card {
  readonly box: HTMLElement;
  readonly name: string;
  readonly is: Guess;
}
const cards = [...document.querySelectorAll<HTMLElement>('.guess')].map((box): Card => ({
  box,
  name: box.previousElementSibling?.id ?? '',
  is: box.dataset['is'] === 'true' ? 'true' : 'false',
}));
const line = document.querySelector('.guesses output');

function show(): void {
  let [guessed, right] = [0, 0];
  for (const { box, name, is } of cards) {
    const guess = guessOf(name, is);
    for (const button of box.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === guess));
    const said = box.querySelector('.guess-said');
    const fits = guess === is;
    const words = guess ? (fits ? `Right: it is ${is}.` : `No, it is ${is}.`) : '';
    if (said && said.textContent !== words) said.textContent = words;
    if (!guess) continue;
    guessed += 1;
    if (fits) right += 1;
  }
  const left = cards.length - guessed;
  if (line)
    line.textContent =
      guessed === 0
        ? 'No card is guessed yet.'
        : `${right} of ${guessed} guessed right${left > 0 ? `, ${left} to go` : ''}.`;
}

/** takeGuess takes a click among the buttons of a card. A card is guessed once; the first guess counts. */
export function takeGuess(target: EventTarget | null): void {
  if (!(target instanceof HTMLButtonElement)) return;
  const card = cards.find(({ box }) => box.contains(target));
  if (card === undefined) return;
  keepGuess(card.name, card.is, target.value === 'true' ? 'true' : 'false');
  card.box.querySelector('details')?.setAttribute('open', '');
}

moveOld(Object.fromEntries(cards.map(({ name, is }) => [`${here()}#${name}`, is === 'true'])));
document.addEventListener('stage-kept', show);
show();
