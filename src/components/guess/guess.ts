import { keep, read } from './kept.ts';

const cards = [...document.querySelectorAll<HTMLElement>('.guess')];
const line = document.querySelector('.guesses output');
const forget = document.querySelector<HTMLButtonElement>('.guesses button');
const nameOf = (card: HTMLElement): string => card.previousElementSibling?.id ?? '';

let guesses = read();

function show(): void {
  let [guessed, right] = [0, 0];
  for (const card of cards) {
    const guess = guesses[nameOf(card)];
    const { is } = card.dataset;
    for (const button of card.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === guess));
    const said = card.querySelector('.guess-said');
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
  if (forget) forget.hidden = guessed === 0;
}

for (const card of cards)
  card.querySelector('.guess-ask')?.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    // A card is guessed once; the first guess counts.
    guesses[nameOf(card)] ??= target.value === 'true' ? 'true' : 'false';
    keep(guesses);
    show();
    card.querySelector('details')?.setAttribute('open', '');
  });
forget?.addEventListener('click', () => {
  guesses = {};
  keep(guesses);
  for (const card of cards) card.querySelector('details')?.removeAttribute('open');
  show();
  cards[0]?.querySelector('button')?.focus({ preventScroll: true });
});
show();
