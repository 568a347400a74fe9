import skin from './search.css?url';

interface PagefindUI {
  new (options: Readonly<Record<string, unknown>>): { triggerSearch(term: string): void };
}

/** Where the build puts the index and the box that reads it. */
const BUNDLE = '/pagefind/';

/** Puts Pagefind's own search box into an element; a first query is asked at once. */
export async function mountSearch(box: HTMLElement, query = ''): Promise<void> {
  box.addEventListener('keydown', moveByArrow);
  try {
    await Promise.all([
      stylesheet(skin),
      stylesheet(`${BUNDLE}pagefind-ui.css`),
      import(/* @vite-ignore */ `${BUNDLE}pagefind-ui.js`),
    ]);
  } catch {
    box.textContent = import.meta.env.DEV
      ? 'There is no search index yet. It is made by npm run build.'
      : 'The search could not be loaded. Reload the page to try again.';
    return;
  }
  const { PagefindUI } = globalThis as unknown as { PagefindUI: PagefindUI };
  const search = new PagefindUI({
    element: box,
    bundlePath: BUNDLE,
    showImages: false,
    showSubResults: true,
    resetStyles: false,
    excerptLength: 24,
    autofocus: box.closest('dialog') !== null,
    translations: { placeholder: 'Search the book' },
  });
  // Its field has a placeholder and a title, which are no name.
  box.querySelector('input')?.setAttribute('aria-label', 'Search the book');
  if (query !== '') search.triggerSearch(query);
}

function stylesheet(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(href)));
    document.head.append(link);
  });
}

/** Down and up lead from the field through the results and back. */
function moveByArrow(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const box = event.currentTarget;
  if (step === undefined || !(box instanceof HTMLElement)) return;
  const stops = [
    ...box.querySelectorAll<HTMLElement>('input[type="text"], .pagefind-ui__result-link'),
  ];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
