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

for (const { box, name, is } of cards)
  box.querySelector('.guess-ask')?.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    // A card is guessed once; the first guess counts.
    keepGuess(name, is, target.value === 'true' ? 'true' : 'false');
    box.querySelector('details')?.setAttribute('open', '');
  });
moveOld(Object.fromEntries(cards.map(({ name, is }) => [`${here()}#${name}`, is === 'true'])));
document.addEventListener('stage-kept', show);
show();
