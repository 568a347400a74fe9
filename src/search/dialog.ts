import { mountSearch } from './box.ts';

let dialog: HTMLDialogElement | undefined;

/** Shows the search over the page; what was typed before is still there. */
export function open(): void {
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.focus();
  input?.select();
}

function build(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search';
  element.setAttribute('aria-label', 'Search');
  const box = document.createElement('div');
  // Stands in for Pagefind's field until that has come: what is typed so long is not lost.
  const field = document.createElement('input');
  field.setAttribute('aria-label', 'Search the book');
  field.placeholder = 'Search the book';
  field.style.width = '100%';
  box.append(field);
  element.append(box);
  document.body.append(element);
  // A click beside the box closes it, and so does a result, which may lie on this very page.
  element.addEventListener('click', ({ target }) => {
    if (target === element || (target instanceof Element && target.closest('a'))) element.close();
  });
  // Pagefind's box empties itself on Escape; here Escape closes, and what was typed stays.
  element.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && event.stopPropagation(),
    {
      capture: true,
    },
  );
  void mountSearch(box, () => field.value);
  return element;
}
