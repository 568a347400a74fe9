import { whenNear } from '../near.ts';
import { watchFrame } from './fits.ts';

/*
 * Loads what makes the tables of a page answer: at once where the address chooses rows or leads to
 * one, and else when a table is used.
 */
whenNear(document.querySelectorAll('stage-map'), () => import('./map.ts'), ['focusin']);

const MOVES = /^(Arrow(Up|Down)|Home|End)$/;
const USES = ['pointerover', 'touchstart', 'focusin', 'keydown', 'change', 'input'];
const tables = document.querySelectorAll<HTMLElement>('stage-table');

const whenFiltered = whenNear(
  tables,
  async () => {
    await import('./filter.ts');
    for (const table of tables) table.removeEventListener('keydown', early);
  },
  USES,
);

/** A key that comes before the rows answer is given again; the page does not scroll by it. */
function early(event: KeyboardEvent): void {
  const { key, target } = event;
  if (!MOVES.test(key) || !(target as Element).matches('tbody a')) return;
  event.preventDefault();
  whenFiltered(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  );
}

for (const table of tables) {
  table.addEventListener('keydown', early);
  for (const frame of table.querySelectorAll<HTMLElement>('.tab-frame')) watchFrame(frame);
}
const load = (): void => whenFiltered(() => {});
if (location.search || location.hash) load();
addEventListener('hashchange', load, { once: true });
