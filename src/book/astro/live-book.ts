import type { ReadBook } from '../book.ts';
import { bookData, type BookData } from '../data.ts';
import type { BookState } from './state.ts';

/**
 * The book that pages read. Their modules hold this one for as long as the server runs: a change of the
 * content puts another answer into it and evaluates none of them again.
 */
export class LiveBook {
  readonly #state: BookState;
  #read: ReadBook | null = null;
  #data: BookData | null = null;

  constructor(state: BookState) {
    this.#state = state;
  }

  /** What the last check that was waited for has read. */
  get data(): BookData {
    if (this.#data === null) throw new Error('the book is asked before it was read');
    return this.#data;
  }

  /** Waits for the running check; `data` is its answer then. */
  async ready(): Promise<this> {
    const { read, runs } = await this.#state.begun();
    // Pages tell by the object whether the book is still the one that they have read.
    if (this.#read !== read) this.#data = bookData(read, runs.of);
    this.#read = read;
    return this;
  }
}
