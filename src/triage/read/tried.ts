import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';
import { readReads } from './reads.ts';
import { readSearches } from './searches.ts';

/** What somebody tried: a search of the host's log, a read of the same page. */
export function readTried(lines: readonly Line[], book: Notebook): void {
  readSearches(lines, book);
  readReads(lines, book);
}
