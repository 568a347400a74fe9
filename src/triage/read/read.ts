import { readCapabilities } from './capabilities.ts';
import { readErrnos } from './errnos.ts';
import { readExits } from './exits.ts';
import { readHost } from './host.ts';
import { readKernel } from './kernel.ts';
import { linesOf, type Lines } from './lines.ts';
import { readLogs } from './logs.ts';
import { readMappings } from './mappings.ts';
import { readMentions } from './mentions.ts';
import { Memory } from './memory.ts';
import { Notebook } from './notebook.ts';
import type { ReadParts, Shelf } from './parts.ts';
import { readPageSize } from './page-size.ts';
import { readPrograms } from './programs.ts';
import { readReads } from './reads.ts';
import { readRegisters } from './registers.ts';
import { readSearches } from './searches.ts';
import { readTraces } from './traces.ts';
import { unwrapped } from './unwrapped.ts';

/** The readers, in the order in which they may claim the error of a line. */
const READERS = [
  readTraces,
  readCapabilities,
  readLogs,
  readMentions,
  readErrnos,
  readExits,
  readRegisters,
  readMappings,
  readKernel,
  readPageSize,
  readHost,
  readSearches,
  readReads,
  readPrograms,
] as const;

/** Everything that a text says, line by line. */
export function read(text: string, parts: Shelf<ReadParts>, memory = new Memory()): Notebook {
  memory.begin();
  const lines = linesOf(text, memory);
  const asIs = readLines(lines, parts, memory);
  const whole = unwrapped(lines);
  if (whole === null) return asIs;
  // What a mail wrapped says more in one piece; what no mail wrapped says no more so.
  const book = readLines(whole, parts, memory);
  return saysMore(book, asIs) ? book : asIs;
}

/** What a reading is worth: its facts, and less where an error belongs to nothing. */
const worth = (book: Notebook): number => book.facts().length - 2 * book.loose.length;

/** More facts and fewer loose errors; where that is the same, more that went wrong. */
function saysMore(a: Notebook, b: Notebook): boolean {
  const more = worth(a) - worth(b);
  return more > 0 || (more === 0 && a.incidents.length > b.incidents.length);
}

function readLines(lines: Lines, parts: Shelf<ReadParts>, memory: Memory): Notebook {
  const book = new Notebook(lines, memory, parts);
  for (const reader of READERS) reader(lines.all, book);
  return book;
}
