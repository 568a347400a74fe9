/*
 * The only part of a snippet that every page loads. All else comes when the pointer or the focus
 * comes near: then the sandbox has started before the click.
 */
const load = (): Promise<typeof import('./session.ts')> => import('./session.ts');

class StageSnippet extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll('button')) button.disabled = false;
    const near = (): void => {
      if (this.dataset['program'] !== undefined)
        load().then(
          ({ near }) => near(this),
          () => {},
        );
    };
    this.addEventListener('pointerover', near, { once: true });
    this.addEventListener('focusin', near, { once: true });
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what !== undefined)
        load().then(
          ({ act }) => act(this, what),
          () => this.#offline(),
        );
    });
  }

  #offline(): void {
    const note = this.querySelector('.snip-note');
    if (note) note.textContent = 'Part of this page could not be loaded. Check the connection.';
  }
}

customElements.define('stage-snippet', StageSnippet);
