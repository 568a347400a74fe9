import { markSteps, stepOfKey, stepTo, type At } from '../form/steps.ts';
import { patch } from '../show/patch.ts';
import { story } from './story.ts';
import { frameNodes } from './view.ts';

/** hydrate shows one frame at a time; parts of the drawing stay, so that only the change moves. */
export function hydrate(root: HTMLElement): void {
  const frames = story();
  const last = frames.length - 1;
  const strip = root.querySelector<HTMLElement>('.strip');
  const one = root.querySelector<HTMLElement>('.strip-one');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-step]')];
  let at: At = null;

  function step(does: string | undefined): void {
    if (does === undefined) return;
    at = stepTo(does, at, last);
    draw();
  }
  function draw(): void {
    const frame = at === null ? undefined : frames[at];
    if (strip) strip.hidden = frame !== undefined;
    if (one) {
      one.hidden = frame === undefined;
      patch(one, frame && at !== null ? frameNodes(frame, at) : []);
    }
    markSteps(buttons, at, last);
  }

  root.addEventListener('click', (event) => {
    const does = (event.target as Element).closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (at !== null || does === 'next') step(does);
  });
  root.addEventListener('keydown', (event) => step(stepOfKey(event, at)));
  draw();
}
