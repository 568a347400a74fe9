import { watchFrame } from './fits.ts';

/*
 * Loads what makes the tables of a page answer: at once where the address chooses rows or leads to
 * one, and else when a table is used. A page does not pay for it while it opens.
 */
for (const map of document.querySelectorAll('stage-map'))
  map.addEventListener('focusin', () => import('./map.ts'), { once: true });

const MOVES = /^(Arrow(Up|Down)|Home|End)$/;
const missed: KeyboardEvent[] = [];
let loads = false;

/** A key that comes before the rows answer is given again; the page does not scroll by it. */
async function loadFilter(event?: Event): Promise<void> {
  if (event instanceof KeyboardEvent && MOVES.test(event.key) && event.target instanceof Element)
    if (event.target.matches('tbody a')) {
      event.preventDefault();
      missed.push(event);
    }
  if (loads) return;
  loads = true;
  await import('./filter.ts');
  for (const table of answering)
    for (const type of USES) table.removeEventListener(type, loadFilter);
  for (const { key } of missed)
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

const USES = ['pointerover', 'touchstart', 'focusin', 'keydown', 'change', 'input'];
const answering = document.querySelectorAll('stage-table');
for (const table of answering) {
  for (const type of USES) table.addEventListener(type, loadFilter);
  for (const frame of table.querySelectorAll<HTMLElement>('.tab-frame')) watchFrame(frame);
}
if (location.search || location.hash) void loadFilter();
addEventListener('hashchange', () => loadFilter(), { once: true });
