import { NOTHING, readProgress, together, written } from './progress.ts';
import { forget, keep, kept } from './store.ts';
import { summaryOf } from './summary.ts';
import { tick } from './ticks.ts';

/** The part of a path's page that says what was read, saves it, reads it back, and forgets it. */
export class PathForm {
  readonly #root: HTMLElement;
  /** What the page shows: what is kept, or, where nothing can be, what was read from a file. */
  #shown = kept().progress;

  constructor(root: HTMLElement) {
    this.#root = root;
    root.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest('button')?.dataset['do'];
      if (what === 'copy') void this.#copy();
      if (what === 'save') this.#save();
      if (what === 'forget') this.#forget();
    });
    root.querySelector('input')?.addEventListener('change', ({ target }) => {
      const field = target as HTMLInputElement;
      const [file] = field.files ?? [];
      if (file) void this.#take(file).finally(() => (field.value = ''));
    });
  }

  /** show draws it, with a sentence on what was done or cannot be. */
  show(says = kept().problem ?? ''): void {
    const items = [...this.#root.querySelectorAll<HTMLElement>('[data-step]')].map((item) => ({
      route: item.dataset['step'] ?? '',
      title: item.querySelector('a')?.textContent.trim() ?? '',
    }));
    tick(this.#root, this.#shown.read);
    const summary = this.#root.querySelector('textarea');
    if (summary) summary.value = summaryOf(this.#root.dataset['title'] ?? '', items, this.#shown);
    this.#say(says);
  }

  #say(words: string): void {
    const line = this.#root.querySelector('output');
    if (line) line.value = words;
  }

  async #copy(): Promise<void> {
    const summary = this.#root.querySelector('textarea');
    try {
      await navigator.clipboard.writeText(summary?.value ?? '');
      this.#say('Copied.');
    } catch {
      summary?.select();
      this.#say('The browser did not allow it. The text is selected: copy it from there.');
    }
  }

  #save(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([written(this.#shown)], { type: 'application/json' }));
    link.download = 'stage-two-progress.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#say('The browser was asked to save stage-two-progress.json.');
  }

  #forget(): void {
    forget();
    this.#shown = NOTHING;
    this.show('Forgotten: this browser keeps nothing of what you read.');
  }

  async #take(file: File): Promise<void> {
    let text: string;
    try {
      text = await file.text();
    } catch {
      return this.#say('The browser could not read the file. Nothing has changed.');
    }
    const read = readProgress(text);
    if (!read.ok) return this.#say(`${read.says} Nothing has changed.`);
    this.#shown = together(this.#shown, read.progress);
    const stays = kept().problem === null && keep(this.#shown);
    this.show(
      stays
        ? 'Taken from the file, and added to what was here.'
        : 'Taken from the file for as long as this page is open; the browser keeps it no longer.',
    );
  }
}
