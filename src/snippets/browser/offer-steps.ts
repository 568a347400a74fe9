import type { OutputEvent } from '../core/types.ts';

/** offerSteps puts a button under a trace that was printed; it plays the steps as pictures. */
export function offerSteps(drawn: HTMLElement, event: OutputEvent): void {
  if (event.kind !== 'show' || event.tree.kind !== 'trace') return;
  const { tree } = event;
  const list = drawn.querySelector('.show-steps');
  if (!list || tree.moves.some(({ view }) => view === null)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ev-play';
  button.textContent = 'Show the steps as pictures';
  button.addEventListener('click', async () => {
    try {
      const { playTrace } = await import('../../figures/stepper/play.ts');
      const player = playTrace(tree);
      list.replaceWith(player);
      button.remove();
      player.querySelector<HTMLElement>('[data-step=next]')?.focus();
    } catch {
      button.textContent = 'The pictures could not be loaded. The steps above are whole.';
    }
  });
  list.after(button);
}
