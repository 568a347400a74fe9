import { spoken } from './spoken.ts';
import { sync } from './sync.ts';

/** Left and right work anywhere in the figure; up and down only in the list, where they are natural. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: 'back',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  Escape: 'all',
};
const LIST_KEYS: Readonly<Record<string, string>> = { ArrowUp: 'back', ArrowDown: 'next' };

/** alive plays the trace that stands in `root`: what it shows is what the list of steps says. */
export function alive(root: HTMLElement): void {
  const items = [...root.querySelectorAll<HTMLElement>('.trace > li')];
  const one = root.querySelector<HTMLElement>('.trace-one');
  const said = root.querySelector<HTMLElement>('.trace-said');
  if (items.length === 0 || !one || !said) return;
  const last = items.length - 1;
  const buttons = [...root.querySelectorAll<HTMLElement>('.trace-bar [data-step]')];
  let goes: HTMLButtonElement[] = [];
  let at: number | null = null;

  const target = (does: string): number | null => {
    if (does === 'all') return null;
    if (does === 'first') return 0;
    if (does === 'last') return last;
    if (does === 'back') return Math.max(0, (at ?? 0) - 1);
    if (does === 'next') return at === null ? 0 : Math.min(last, at + 1);
    return Number(does);
  };

  function step(does: string): void {
    const inList = goes.includes(document.activeElement as HTMLButtonElement);
    at = target(does);
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
    for (const button of buttons) {
      const does = button.dataset['step'] ?? '';
      const off = at === null ? does !== 'next' && !/^\d/.test(does) : target(does) === at;
      // aria-disabled and not disabled: a disabled button would lose the focus.
      button.setAttribute('aria-disabled', String(off));
      if (does === 'next') button.textContent = at === null ? 'Step through' : 'Next';
    }
  }

  root.addEventListener('click', (event) => {
    const clicked = event.target as Element;
    const button = clicked.closest<HTMLElement>('[data-step]');
    const item = clicked.closest<HTMLElement>('.trace > li');
    if (button?.getAttribute('aria-disabled') === 'true' || clicked.closest('a')) return;
    if (button) step(button.dataset['step'] ?? '');
    else if (item) step(String(items.indexOf(item)));
  });
  root.addEventListener('keydown', (event) => {
    const inList = goes.includes(event.target as HTMLButtonElement);
    const does = KEYS[event.key] ?? (inList ? LIST_KEYS[event.key] : undefined);
    if (does === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (at === null && does !== 'next') return;
    event.preventDefault();
    step(does);
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
