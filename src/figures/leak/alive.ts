import { patch } from '../show/patch.ts';
import { story } from './story.ts';
import { frameNodes } from './view.ts';

const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: 'back',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  Escape: 'all',
};

/** alive shows one frame at a time; parts of the drawing stay, so that only the change moves. */
export function alive(root: HTMLElement): void {
  const frames = story();
  const strip = root.querySelector<HTMLElement>('.strip');
  const one = root.querySelector<HTMLElement>('.strip-one');
  const button = (does: string): HTMLButtonElement | null =>
    root.querySelector(`[data-step=${does}]`);
  let at: number | null = null;

  function step(does: string): void {
    const last = frames.length - 1;
    if (does === 'all') at = null;
    else if (does === 'first') at = 0;
    else if (does === 'last') at = last;
    else if (at === null) at = 0;
    else at = Math.max(0, Math.min(last, at + (does === 'next' ? 1 : -1)));
    draw();
  }
  function draw(): void {
    const frame = at === null ? undefined : frames[at];
    if (strip) strip.hidden = frame !== undefined;
    if (one) {
      one.hidden = frame === undefined;
      patch(one, frame && at !== null ? frameNodes(frame, at) : []);
    }
    const next = button('next');
    if (next) next.textContent = at === null ? 'Step through' : 'Next';
    // aria-disabled and not disabled: a disabled button would lose the focus.
    next?.setAttribute('aria-disabled', String(at === frames.length - 1));
    button('back')?.setAttribute('aria-disabled', String(at === null || at === 0));
    button('all')?.setAttribute('aria-disabled', String(at === null));
  }

  root.addEventListener('click', (event) => {
    const does = (event.target as Element).closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (does !== undefined && (at !== null || does === 'next')) step(does);
  });
  root.addEventListener('keydown', (event) => {
    const does = KEYS[event.key];
    if (does === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (at === null && does !== 'next') return;
    event.preventDefault();
    step(does);
  });
  draw();
}
