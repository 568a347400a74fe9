import type { OutputEvent } from '../core/types.ts';

/** offerSteps puts a button under each trace that was printed; it plays the steps as pictures. */
export function offerSteps(out: HTMLElement, events: readonly OutputEvent[]): void {
  for (const [i, event] of events.entries()) {
    if (event.kind !== 'show' || event.tree.kind !== 'trace') continue;
    const { tree } = event;
    const list = out.children[i]?.querySelector('.show-steps');
    if (!list || tree.moves.some(({ view }) => view === null)) continue;
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
}
