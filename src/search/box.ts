import { served } from '../address.ts';
import { BACK, LOST } from './lost.ts';
import { RANKING } from './ranking.ts';
import skin from './search.css?url';

interface PagefindUI {
  new (options: Readonly<Record<string, unknown>>): { triggerSearch(term: string): void };
}

/** Where the build puts the index and the box that reads it. */
const BUNDLE = `${import.meta.env.BASE_URL}pagefind/`;

/** Puts Pagefind's own search box into an element; what `typed` gives by then is asked at once. */
export async function mountSearch(box: HTMLElement, typed: () => string): Promise<void> {
  box.addEventListener('keydown', moveByArrow);
  try {
    await Promise.all([
      stylesheet(skin),
      stylesheet(`${BUNDLE}pagefind-ui.css`),
      import(/* @vite-ignore */ `${BUNDLE}pagefind-ui.js`),
      // The box asks for it again, and would wait for ever where it does not come.
      import(/* @vite-ignore */ `${BUNDLE}fitting/pagefind.js`),
    ]);
  } catch {
    box.textContent = import.meta.env.DEV
      ? 'There is no search index yet. It is made by npm run build.'
      : GONE;
    return;
  }
  const { PagefindUI } = globalThis as unknown as { PagefindUI: PagefindUI };
  const query = typed();
  box.replaceChildren();
  const search = new PagefindUI({
    element: box,
    bundlePath: `${BUNDLE}fitting/`,
    showImages: false,
    showSubResults: true,
    resetStyles: false,
    excerptLength: 24,
    autofocus: box.closest('dialog') !== null,
    ranking: RANKING,
    processResult: withoutWords,
    translations: {
      placeholder: 'Search the book',
      zero_results: `${NOTHING} “[SEARCH_TERM]”. Try a name of the kernel, an errno, or one word less.`,
    },
  });
  box.append(starts(box));
  const gone = lostLine(box);
  document.addEventListener(LOST, () => box.append(gone));
  document.addEventListener(BACK, () => gone.remove());
  // Its field has a placeholder and a title, which are no name.
  box.querySelector('input')?.setAttribute('aria-label', 'Search the book');
  if (box.closest('dialog')) box.querySelector('input')?.focus();
  if (query === '') return;
  box.querySelector<HTMLElement>('.search-starts')?.setAttribute('hidden', '');
  search.triggerSearch(query);
}

const NOTHING = 'Nothing fits';
const GONE =
  'The search could not be loaded: this page may be older than the site, or the connection is gone. Load the page again.';

const LOST_PART =
  'A part of the search could not be loaded: this page may be older than the site, or the connection is gone. Search again; where that does not help, load the page again. ';

/** What was typed stays in the field; no result comes until a search answers again. */
function lostLine(box: HTMLElement): HTMLElement {
  const line = document.createElement('p');
  line.role = 'alert';
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Search again';
  again.addEventListener('click', () => searchAgain(box.querySelector('input')));
  line.append(LOST_PART, again);
  return line;
}

/** The box searches where its field changes, so it changes and is as it was. */
function searchAgain(field: HTMLInputElement | null): void {
  if (!field) return;
  field.focus();
  for (const text of ['', field.value]) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** A result as it is shown: the words by which it was found are no part of it. */
function withoutWords<T extends { readonly meta: Readonly<Record<string, string>> }>(result: T): T {
  const meta = Object.entries(result.meta).filter(([name]) => name !== 'words');
  return { ...result, meta: Object.fromEntries(meta) };
}

/** Where to begin for whoever has no word yet, or one that nothing fits. */
const STARTS: readonly (readonly [href: string, name: string])[] = [
  ['/', 'Where to begin'],
  ['/reference/memslot-checks/', 'What a memslot is asked'],
  ['/reference/faults/', 'How a fault ends'],
  ['/debate/', 'Who said what, and when'],
  ['/observations/', 'What kernels answered'],
  ['/glossary/', 'What the words mean'],
];

function starts(box: HTMLElement): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'search-starts';
  for (const [href, name] of STARTS) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = import.meta.env.BASE_URL === '/' ? href : served(href, import.meta.env.BASE_URL);
    link.textContent = name;
    item.append(link);
    list.append(item);
  }
  const input = box.querySelector('input');
  const follow = (): void => {
    const said = box.querySelector('.pagefind-ui__message')?.textContent.trim() ?? '';
    list.hidden = (input?.value ?? '').trim() !== '' && !said.startsWith(NOTHING);
  };
  box.addEventListener('input', follow);
  // What a search finds comes without an event.
  new MutationObserver(follow).observe(box, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  // The button that empties the field changes it without an event of the field.
  box.addEventListener('click', () => setTimeout(follow));
  follow();
  return list;
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
