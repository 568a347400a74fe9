/** The frame that is shown, from 0; null: all of them, as they stand without a script. */
export type At = number | null;

const KEYS: Readonly<Record<string, string>> = {
  ArrowLeft: 'back',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  Escape: 'all',
};

/** stepTo gives where a step leads; a step that is a number leads to that frame. */
export function stepTo(does: string, at: At, last: number): At {
  if (does === 'all') return null;
  if (does === 'first') return 0;
  if (does === 'last') return last;
  if (does === 'back') return Math.max(0, (at ?? 0) - 1);
  if (does === 'next') return at === null ? 0 : Math.min(last, at + 1);
  return Number(does);
}

/** stepOfKey gives the step that a key stands for, and takes the key; only "next" leaves the whole. */
export function stepOfKey(event: KeyboardEvent, at: At, more?: typeof KEYS): string | undefined {
  const does = KEYS[event.key] ?? more?.[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (does === undefined || (at === null && does !== 'next')) return undefined;
  event.preventDefault();
  return does;
}

/** markSteps says of each button whether it leads anywhere from here. */
export function markSteps(buttons: Iterable<HTMLElement>, at: At, last: number): void {
  for (const button of buttons) {
    const does = button.dataset['step'] ?? '';
    const off = at === null ? does !== 'next' && !/^\d/.test(does) : stepTo(does, at, last) === at;
    // aria-disabled and not disabled: a disabled button would lose the focus.
    button.setAttribute('aria-disabled', String(off));
    if (does === 'next') button.textContent = at === null ? 'Step through' : 'Next';
  }
}
