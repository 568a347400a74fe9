import { LINK } from './link.ts';
import { preview } from './preview.ts';

/** What answers only when the editor is there; pressed before, it is pressed again then. */
const BUTTON = '[data-take-policy], stage-policies [data-do]';

/** The editor of `/policies/`: static until a reader comes near, or the address holds a policy. */
class StagePolicies extends HTMLElement {
  #begun: Promise<void> | null = null;
  #ready = false;

  connectedCallback(): void {
    for (const type of ['pointerover', 'focusin', 'click'])
      this.addEventListener(type, this.#begin, { once: true });
    document.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>(BUTTON);
      if (button && !this.#ready) void this.#begin().then(() => button.click());
    });
    const wake = (): void => {
      if (location.hash.startsWith(LINK)) void this.#begin();
    };
    addEventListener('hashchange', wake);
    wake();
  }

  #begin = (): Promise<void> => (this.#begun ??= this.#open());

  #open = async (): Promise<void> => {
    const starter = this.querySelector('[data-part=code]')?.textContent ?? '';
    try {
      // First the text: sixty modules would keep a slow machine from it.
      await preview(this);
      const { open } = await import('./session.ts');
      await open(this, starter);
      this.#ready = true;
      this.dataset['hydrated'] = '';
    } catch (thrown) {
      this.querySelector('.fig-failed')?.removeAttribute('hidden');
      throw thrown;
    }
  };
}

customElements.define('stage-policies', StagePolicies);
