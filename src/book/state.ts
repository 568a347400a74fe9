import type { Book } from './book.ts';
import { checkBook } from './check.ts';

/** An editor may write a file in several steps; a check waits until none came for so long. */
const QUIET_MS = 50;

/** The last check of the content, shared by all who ask until something changes. */
export class BookState {
  #book: Promise<Book> | null = null;
  #begin: ((book: Promise<Book>) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** The checked book; the first question begins a check. */
  current(): Promise<Book> {
    this.#book ??= checkBook();
    return this.#book;
  }

  /** Forgets the last check and begins a new one soon; all questions wait for it. */
  refresh(): void {
    if (this.#begin === null) this.#book = new Promise((resolve) => (this.#begin = resolve));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#begin?.(checkBook());
      this.#begin = null;
    }, QUIET_MS);
  }
}
