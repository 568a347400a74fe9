import { linesOf, type Line, type Lines } from './lines.ts';
import { Memory } from './memory.ts';
import { Notebook } from './notebook.ts';
import type { ReadParts, Shelf } from './parts.ts';
import { unwrapped } from './unwrapped.ts';

/** A reader writes what it finds in lines into a notebook. */
export type Reader = (lines: readonly Line[], book: Notebook) => void;

/** The readers of lines, in the order in which they may claim the error of a line. */
export type ReadersOf = (book: Notebook) => Iterable<Reader>;

/** What readers find in a text, line by line. */
export function readWith(
  readersOf: ReadersOf,
  text: string,
  parts: Shelf<ReadParts>,
  memory = new Memory(),
): Notebook {
  memory.begin();
  const readLines = (lines: Lines): Notebook => {
    const book = new Notebook(lines, memory, parts);
    for (const reader of readersOf(book)) reader(lines.all, book);
    return book;
  };
  const lines = linesOf(text, memory, () => parts.get('markup'));
  const asIs = readLines(lines);
  const whole = unwrapped(lines);
  if (whole === null) return asIs;
  // What a mail wrapped says more in one piece; what no mail wrapped says no more so.
  const book = readLines(whole);
  return saysMore(book, asIs) ? book : asIs;
}

/** What a reading is worth: its facts, and less where an error belongs to nothing. */
const worth = (book: Notebook): number => book.facts().length - 2 * book.loose.length;

/** More facts and fewer loose errors; where that is the same, more that went wrong. */
function saysMore(a: Notebook, b: Notebook): boolean {
  const more = worth(a) - worth(b);
  return more > 0 || (more === 0 && a.incidents.length > b.incidents.length);
}
