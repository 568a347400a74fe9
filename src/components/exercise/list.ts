import { kept } from '../path/store.ts';
import { tick } from '../path/ticks.ts';

/* The exercises that this browser has solved, with how many there are. */
const list = document.querySelector<HTMLElement>('.exercises');
if (list) {
  const { progress, problem } = kept();
  tick(list, progress.read, 'solved');
  const all = list.querySelectorAll('[data-step]').length;
  const done = list.querySelectorAll('.tick').length;
  const line = document.querySelector('.exercises-done');
  if (line) line.textContent = problem ?? (done > 0 ? `${done} of ${all} solved.` : '');
}
