import { openFolds } from '../../link/open-folds.ts';

/** Opens the folds around what the address names, where the browser has not, and a fold that it names itself. */
function reveal(): void {
  const named = document.getElementById(location.hash.slice(1));
  if (!named?.closest('details:not([open])')) return;
  openFolds(named);
  named.scrollIntoView();
}

const folds = [...document.querySelectorAll<HTMLDetailsElement>('article details')];
const button = document.querySelector<HTMLElement>('[data-folds]');
button?.addEventListener('click', () => {
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
  button.textContent = open ? 'Close all parts' : 'Open all parts';
});
addEventListener('hashchange', reveal);
reveal();
