import { kept } from './store.ts';
import { tick } from './ticks.ts';

/* A page of lists marks what was read and solved, and how many of them, whenever that changes. */
function show(): void {
  const { progress, problem } = kept();
  tick(progress.read);
  const line = document.querySelector('[data-done]');
  if (!line) return;
  const all = document.querySelectorAll('main [data-step]').length;
  const done = document.querySelectorAll('main .tick:not([hidden])').length;
  line.textContent =
    problem ?? (done > 0 ? `${done} of ${all} ${line.getAttribute('data-done')}.` : '');
}

show();
document.addEventListener('stage-kept', show);
