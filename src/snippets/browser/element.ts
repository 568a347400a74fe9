import { missing } from './missing.ts';

/*
 * The only part of a snippet that every page loads. All else comes when the pointer or the focus
 * comes near: then the sandbox has started before the click.
 */
type Session = typeof import('./session.ts');

let session: Session | undefined;

/** Calls `use` at once where the module is there: even a second import() takes about a millisecond. */
function withSession(
  use: (session: Session) => void,
  failed: () => void = () => {},
  sandbox?: string,
): void {
  if (session) use(session);
  else
    import('./far.ts')
      .then((far) => far.bringSession(sandbox))
      .then((module) => use((session = module)), failed);
}

class StageSnippet extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll('button')) button.disabled = false;
    this.addEventListener('pointerover', this.near, { once: true });
    this.addEventListener('focusin', this.near, { once: true });
    this.addEventListener('click', (click) => {
      const place = click.target as Element;
      const what = place.closest<HTMLElement>('[data-do]')?.dataset['do'] ?? edits(place, click);
      if (what === undefined) return;
      this.near();
      withSession(
        ({ act }) => act(this, what),
        () => {
          const note = this.querySelector('.snip-note');
          if (note) note.textContent = missing();
        },
      );
    });
  }

  near = (): void => {
    const { sandbox } = this.dataset;
    if (sandbox !== undefined) withSession(({ near }) => near(this), undefined, sandbox);
  };
}

/** A click in the code edits there. A finger scrolls, a drag selects, a summary unfolds: they do not. */
function edits(
  place: Element,
  { pointerType, clientX, clientY }: PointerEvent,
): string | undefined {
  const reads = pointerType === 'touch' || getSelection()?.isCollapsed === false;
  if (reads || !place.closest('.snip-code') || place.closest('summary, select')) return undefined;
  return `edit ${clientX} ${clientY}`;
}

customElements.define('stage-snippet', StageSnippet);

/** An address may hold a version of a snippet; `LINK` of core/link.ts, which is not loaded for it. */
function open(): void {
  if (location.hash.startsWith('#snippet=')) withSession(({ openLink }) => openLink());
}
addEventListener('hashchange', open);
open();

/** A finger does not come near before it taps: once one is used, the snippet in view is near. */
addEventListener(
  'touchstart',
  () => {
    const view = new IntersectionObserver((entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (!seen) return;
      view.disconnect();
      (seen.target as StageSnippet).near();
    });
    for (const snippet of document.querySelectorAll('stage-snippet')) view.observe(snippet);
  },
  { once: true, passive: true },
);
