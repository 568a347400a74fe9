import type { Book } from '../book.ts';
import { beginBook, wholeBook, type BegunBook, type TypesAt } from '../check.ts';

/** An editor may write a file in several steps; a check waits until none came for so long. */
const QUIET_MS = 50;

/** The last check of the content, shared by all who ask until something changes. */
export class BookState {
  #book: Promise<BegunBook> | null = null;
  #begin: ((book: Promise<BegunBook>) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** The book as far as pages need it; the first question begins a check. */
  begun(typesAt?: TypesAt): Promise<BegunBook> {
    this.#book ??= beginBook(undefined, typesAt);
    return this.#book;
  }

  /** The checked book, its types too. */
  async current(): Promise<Book> {
    return wholeBook(await this.begun());
  }

  /** Forgets the last check and begins a new one soon; all questions wait for it. */
  refresh(): void {
    if (this.#begin === null) this.#book = new Promise((resolve) => (this.#begin = resolve));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Runs first: pages wait for them, and for no types.
      this.#begin?.(beginBook(undefined, 'after'));
      this.#begin = null;
    }, QUIET_MS);
  }
}
