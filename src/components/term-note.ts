/**
 * Shows the note of a term beside its link: at once on a click or Enter, which take the focus into it,
 * and after a moment while the pointer rests on the word or the keyboard has come to it. Without a
 * script the link leads to the glossary.
 */
const REST_MS = 300;

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

const noteOf = (link: HTMLAnchorElement | null): HTMLElement | null =>
  link && document.getElementById(`term-${link.hash.slice(1)}`);

/** The note that came by itself; it goes with the pointer or the focus. */
let passing: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** A note closes just now, and gives the focus back to its word: that opens nothing. */
let closing = false;

function afterRest(act: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(act, REST_MS);
}

function openNote(link: HTMLAnchorElement, note: HTMLElement): void {
  if (!note.matches(':popover-open')) note.showPopover({ source: link });
}

function openNoteSoon(link: HTMLAnchorElement, note: HTMLElement): void {
  afterRest(() => {
    if (note.matches(':popover-open')) return;
    passing = note;
    openNote(link, note);
  });
}

function hidePassing(): void {
  passing?.hidePopover();
  passing = null;
}

addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType === 'touch') return;
  const link = linkAt(target);
  const note = noteOf(link);
  const held = passing !== null && (note === passing || passing.contains(target as Node));
  if (held) clearTimeout(timer);
  else if (link && note) openNoteSoon(link, note);
  else if (passing) afterRest(hidePassing);
  else clearTimeout(timer);
});

addEventListener('focusin', ({ target }) => {
  const link = linkAt(target);
  const note = noteOf(link);
  if (link && note && !closing && link.matches(':focus-visible')) openNoteSoon(link, note);
});

addEventListener('focusout', ({ target, relatedTarget }) => {
  if (linkAt(target) === null && !passing?.contains(target as Node)) return;
  clearTimeout(timer);
  if (!passing?.contains(relatedTarget as Node | null)) hidePassing();
});

addEventListener(
  'beforetoggle',
  ({ target, newState }) => {
    if (newState === 'open' || !(target as Element).matches('.term-note')) return;
    passing = null;
    clearTimeout(timer);
    closing = true;
    setTimeout(() => (closing = false));
  },
  true,
);

addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = linkAt(target);
  const note = noteOf(link);
  if (!link || !note) return;
  clearTimeout(timer);
  // A new tab is wanted, or a new window: the link does that by itself.
  if (ctrlKey || metaKey || shiftKey) return hidePassing();
  event.preventDefault();
  passing = null;
  openNote(link, note);
  note.focus();
});
