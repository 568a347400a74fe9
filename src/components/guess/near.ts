import { whenNear } from '../../figures/near.ts';
import { showKept } from './shown.ts';

/* What was guessed stands there at once; what keeps guesses comes when a reader does. */
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
showKept();
