import { openFrame } from './open-frame.ts';

/*
 * The only part of a snippet that every page loads. All else comes when the pointer or the focus
 * comes near: then the sandbox has started before the click.
 */
const load = (): Promise<typeof import('./session.ts')> => import('./session.ts');

class StageSnippet extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll('button')) button.disabled = false;
    this.addEventListener('pointerover', this.#near, { once: true });
    this.addEventListener('focusin', this.#near, { once: true });
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === undefined) return;
      this.#near();
      load().then(
        ({ act }) => act(this, what),
        () => {
          const note = this.querySelector('.snip-note');
          if (note) note.textContent = 'Part of this page is missing. Check the connection.';
        },
      );
    });
  }

  #near = (): void => {
    const { sandbox } = this.dataset;
    if (sandbox === undefined) return;
    openFrame(sandbox);
    load().then(
      ({ near }) => near(this),
      () => {},
    );
  };
}

customElements.define('stage-snippet', StageSnippet);
