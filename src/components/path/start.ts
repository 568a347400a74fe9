import { PathForm } from './progress-form.ts';
import { follow } from './ticks.ts';

/** start lets the bar of a chapter answer, or the page of a path. */
export function start(part: HTMLElement): void {
  if (part.matches('.path-bar')) follow(part);
  else new PathForm(part).show();
}
