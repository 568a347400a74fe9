import { takeNewer } from './take.ts';

/*
 * The script that a kept page has more than one from the host: it says at the foot of the page where it came
 * from, and over it when a newer edition waits. Its looks are its own, so that no other page has their weight.
 */
const SHEET = `
.kept-newer { position: fixed; inset: auto 0 0 0; z-index: 10; margin: 0; padding: 0.75rem 1rem;
  background: var(--paper); color: var(--ink); border-top: 2px solid currentColor; }
.kept-newer button { margin-inline-start: 0.5rem; }
@media print { .kept-newer { display: none; } }`;

const foot = document.querySelector('.foot');
const link = foot?.querySelector<HTMLAnchorElement>('[href$="/offline/"]');
const line = document.createElement('p');
line.textContent = 'This page comes from what this browser keeps of the book. ';
if (link) {
  const more = Object.assign(document.createElement('a'), { href: link.href });
  more.textContent = 'What is kept';
  line.append(more);
}
foot?.append(line);

function sayNewer(): void {
  if (document.querySelector('.kept-newer')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets.push(sheet);
  const bar = document.createElement('p');
  bar.className = 'kept-newer';
  bar.role = 'status';
  const words = document.createElement('span');
  words.textContent = 'A newer edition of this book is here.';
  const take = button(
    'Take it',
    () =>
      void takeNewer((others) => {
        words.textContent = `It comes when no page of this one is open: ${others} more ${others === 1 ? 'is' : 'are'}. Close ${others === 1 ? 'it' : 'them'}, and take it then.`;
      }),
  );
  bar.append(
    words,
    take,
    button('Later', () => bar.remove()),
  );
  document.body.append(bar);
}

function button(name: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', pressed);
  return made;
}

void navigator.serviceWorker.ready.then((found) => {
  if (found.waiting) return sayNewer();
  const follow = (worker: ServiceWorker | null): void =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && found.active) sayNewer();
    });
  follow(found.installing);
  found.addEventListener('updatefound', () => follow(found.installing));
  return undefined;
});
