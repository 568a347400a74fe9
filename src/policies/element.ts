import { LINK } from './link.ts';
import { preview } from './preview.ts';

/** The editor of `/policies/`: static until a reader comes near, or the address holds a policy. */
class StagePolicies extends HTMLElement {
  #begun = false;

  connectedCallback(): void {
    for (const type of ['pointerover', 'focusin', 'click'])
      this.addEventListener(type, this.#begin, { once: true });
    document.addEventListener('click', ({ target }) => {
      const named = (target as Element).closest<HTMLElement>('[data-take-policy]');
      if (named && !this.#begun) void this.#begin().then(() => named.click());
    });
    const wake = (): void => {
      if (location.hash.startsWith(LINK)) void this.#begin();
    };
    addEventListener('hashchange', wake);
    wake();
  }

  #begin = async (): Promise<void> => {
    if (this.#begun) return;
    this.#begun = true;
    const starter = this.querySelector('[data-part=code]')?.textContent ?? '';
    try {
      const coming = import('./session.ts');
      await preview(this);
      const { open } = await coming;
      await open(this, starter);
      this.dataset['hydrated'] = '';
    } catch (thrown) {
      this.querySelector('.fig-failed')?.removeAttribute('hidden');
      throw thrown;
    }
  };
}

customElements.define('stage-policies', StagePolicies);
