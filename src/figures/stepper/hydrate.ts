import { markSteps, stepOfKey, stepTo, type At } from '../form/steps.ts';
import { spoken } from './spoken.ts';
import { sync } from './sync.ts';

/** Up and down only in the list, where they are natural; left and right work anywhere in the figure. */
const LIST_KEYS: Readonly<Record<string, string>> = { ArrowUp: 'back', ArrowDown: 'next' };

/** hydrate plays the trace that stands in `root`: what it shows is what the list of steps says. */
export function hydrate(root: HTMLElement): void {
  const items = [...root.querySelectorAll<HTMLElement>('.trace > li')];
  const one = root.querySelector<HTMLElement>('.trace-one');
  const said = root.querySelector<HTMLElement>('.trace-said');
  if (items.length === 0 || !one || !said) return;
  const last = items.length - 1;
  const buttons = [...root.querySelectorAll<HTMLElement>('.trace-bar [data-step]')];
  let goes: HTMLButtonElement[] = [];
  let at: At = null;

  function step(does: string | undefined): void {
    if (does === undefined) return;
    const inList = goes.includes(document.activeElement as HTMLButtonElement);
    at = stepTo(does, at, last);
    if (goes.length === 0) goes = items.map(titleButton);
    draw();
    if (inList && at !== null) goes[at]?.focus();
    if (at !== null) root.scrollIntoView({ block: 'nearest' });
  }

  function draw(): void {
    const item = at === null ? undefined : items[at];
    root.toggleAttribute('data-playing', item !== undefined);
    if (one) one.hidden = item === undefined;
    items.forEach((each, i) => each.classList.toggle('is-now', i === at));
    goes.forEach((go, i) => go.setAttribute('aria-current', i === at ? 'step' : 'false'));
    if (item && one && said && at !== null) {
      const picture = one.cloneNode() as HTMLElement;
      picture.append(...[...item.childNodes].map((node) => node.cloneNode(true)));
      for (const go of picture.querySelectorAll('button')) go.replaceWith(...go.childNodes);
      sync(one, picture);
      said.textContent = spoken(item, at, items.length);
    }
    markSteps(buttons, at, last);
  }

  root.addEventListener('click', (event) => {
    const clicked = event.target as Element;
    const button = clicked.closest<HTMLElement>('[data-step]');
    const item = clicked.closest<HTMLElement>('.trace > li');
    if (button?.getAttribute('aria-disabled') === 'true' || clicked.closest('a')) return;
    if (button) step(button.dataset['step']);
    else if (item) step(String(items.indexOf(item)));
  });
  root.addEventListener('keydown', (event) => {
    const inList = goes.includes(event.target as HTMLButtonElement);
    step(stepOfKey(event, at, inList ? LIST_KEYS : undefined));
  });
  draw();
}

/** The title of a step becomes the way to it. */
function titleButton(item: HTMLElement, i: number): HTMLButtonElement {
  const go = document.createElement('button');
  go.type = 'button';
  go.dataset['step'] = String(i);
  const name = item.querySelector('.trace-name b');
  go.append(...(name?.childNodes ?? []));
  name?.append(go);
  return go;
}
