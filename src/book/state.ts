import type { Book } from './book.ts';
import { checkBook } from './check.ts';

/** The last check of the content, shared by all who ask until something changes. */
export class BookState {
  #book: Promise<Book> | null = null;

  /** The checked book; the check begins with the first question. */
  current(): Promise<Book> {
    this.#book ??= checkBook();
    return this.#book;
  }

  /** Forgets the last check; the next question begins a new one. */
  refresh(): void {
    this.#book = null;
  }
}
