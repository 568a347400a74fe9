import { whenNear } from '../../figures/near.ts';

/*
 * What keeps guesses comes when a reader does, and before that only where this browser keeps something,
 * which may be a guess. A click that comes before it counts.
 */
const asks = document.querySelectorAll('.guess-ask');
const whenGuessing = whenNear([document], () => import('./guess.ts'));
for (const ask of asks)
  ask.addEventListener('click', ({ target }) =>
    whenGuessing(
      ({ takeGuess }) => takeGuess(target),
      () =>
        ask
          .querySelector('.guess-said')
          ?.replaceChildren('The part that keeps guesses could not be loaded. Reload the page.'),
    ),
  );
try {
  if (localStorage.length > 0) whenGuessing(() => {});
} catch {
  // A browser that keeps nothing has no guess.
}
