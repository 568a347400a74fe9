import type { Progress } from '../edition.ts';
import { canKeep, forget, keep, kept, registration } from './kept.ts';
import { takeNewer } from './take.ts';

/*
 * Keeps the book in this browser, says what is kept, and takes it away. What it says stands in the page as
 * `<p data-says="…">`, of which one is shown; `data-do` are its buttons.
 */
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** Each can have the focus, though Tab passes it. */
const SHOWN = '[data-says]:not([hidden])';

class OfflineBook extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'keep') void this.#keep();
      if (what === 'forget') void forget().then(() => this.#show('nothing'));
      if (what === 'take') void takeNewer((others) => this.#show('open', { others }));
    });
    if (!canKeep()) return this.#show('cannot');
    navigator.serviceWorker.onmessage = ({ data }) => this.#hear(data as Progress);
    void this.#look();
  }

  /** Says what is there, and asks the host for what is newer. */
  async #look(): Promise<void> {
    const found = await registration();
    await this.#tell();
    if (!found) return;
    found.onupdatefound = () => this.#follow(found.installing);
    this.#follow(found.installing);
    // Without a network there is nothing newer.
    await found.update().catch(() => {});
  }

  async #keep(): Promise<void> {
    this.#show('coming', { kept: 0, of: 0 });
    try {
      const found = await keep();
      this.#follow(found.installing);
      if (!found.installing) await this.#tell();
    } catch (error) {
      this.#show('failed', { why: error instanceof Error ? error.message : String(error) });
    }
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' || worker.state === 'activated') void this.#tell();
    });
  }

  #hear(progress: Progress): void {
    if ('failed' in progress) this.#show('failed', { why: progress.failed });
    else {
      this.#show('coming', progress);
      if (progress.kept === progress.of) void this.#ended();
    }
  }

  /** Says how it ended, once it has: in WebKit news of the last files may come after that of the end. */
  async #ended(): Promise<void> {
    while (this.querySelector('[data-says=coming]:not([hidden])')) {
      const found = await registration();
      if (!found || (found.active && !found.installing)) return this.#tell();
      await new Promise((later) => setTimeout(later, 200));
    }
  }

  async #tell(): Promise<void> {
    const { edition, day: on, newer, coming } = await kept();
    if (edition === null) return this.#show(coming ? 'coming' : 'nothing', { kept: 0, of: 0 });
    const { id, version, bytes } = edition;
    const megabytes = (bytes / 1e6).toFixed(0);
    const said = { id, version, megabytes, day: on ? day.format(on) : '' };
    this.#show(newer ? 'newer' : 'kept', said);
  }

  /** Shows one of the sentences, with words in its places `<b data-word="…">`. */
  #show(name: string, words: Readonly<Record<string, string | number>> = {}): void {
    const held = this.contains(document.activeElement) && document.activeElement;
    for (const line of this.querySelectorAll<HTMLElement>('[data-says]')) {
      line.hidden = line.dataset['says'] !== name;
      for (const place of line.querySelectorAll<HTMLElement>('[data-word]'))
        place.textContent = String(words[place.dataset['word'] ?? ''] ?? place.textContent);
    }
    // A key was pressed on a button that is gone now: the next one goes on from what came of it.
    if (held && held.closest('[hidden]')) this.querySelector<HTMLElement>(SHOWN)?.focus();
  }
}

customElements.define('offline-book', OfflineBook);
