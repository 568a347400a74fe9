import type { Truths } from '../guess/old-answers.ts';
import { moveOld } from '../guess/old.ts';
import { readProgress, together, written, type Progress } from './progress.ts';
import { change, forget, kept } from './store.ts';

/** What saves all that is kept, reads it back, and forgets it. */
export class KeptForm {
  readonly #root: HTMLElement;
  /** What was forgotten, for as long as the page is open. */
  #before: Progress | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    moveOld(JSON.parse(root.dataset['truths'] ?? '{}') as Truths);
  }

  /** act does what a button says. */
  act(what: string): void {
    if (what === 'save') this.#save();
    if (what === 'forget') this.#forget();
    if (what === 'back') this.#bringBack();
  }

  /** take adds a file that the reader chose to what is kept; nothing of that changes or goes. */
  async take(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (!file) return;
    const text = await file.text().catch(() => null);
    // The same file can then be chosen again.
    field.value = '';
    if (text === null)
      return this.#say('The browser could not read the file. Nothing has changed.');
    const read = readProgress(text);
    if (!read.ok) return this.#say(`${read.says} Nothing has changed.`);
    const problem = change((own) => together(own, read.progress));
    this.#say(
      problem === null
        ? 'Taken from the file, and added to what was here.'
        : `Taken from the file for as long as this page is open. ${problem}`,
    );
  }

  #save(): void {
    const link = document.createElement('a');
    const text = written(kept().progress);
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'stage-two-progress.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#say('The browser was asked to save stage-two-progress.json.');
  }

  #forget(): void {
    this.#before = kept().progress;
    forget();
    this.#offer(true);
    this.#say('Forgotten: this browser keeps nothing of what you read, answered and solved.');
  }

  #bringBack(): void {
    const before = this.#before;
    if (before) change((own) => together(own, before));
    this.#offer(false);
    this.#say('All of it is here again.');
  }

  /** Who has the focus on the button that goes gets it on the one that comes. */
  #offer(back: boolean): void {
    const way = this.#root.querySelector<HTMLElement>('[data-do=back]');
    if (!way) return;
    if (document.activeElement === way)
      this.#root.querySelector<HTMLElement>('[data-do=forget]')?.focus();
    way.hidden = !back;
  }

  #say(words: string): void {
    const line = this.#root.querySelector('output');
    if (line) line.value = words;
  }
}

let form: KeptForm | undefined;

/** formOf is the form of the page; there is one. */
export const formOf = (root: HTMLElement): KeptForm => (form ??= new KeptForm(root));
