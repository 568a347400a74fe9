import { readCapabilities } from './capabilities.ts';
import { readErrnos } from './errnos.ts';
import { readExits } from './exits.ts';
import { readHost } from './host.ts';
import { readKernel } from './kernel.ts';
import { linesOf } from './lines.ts';
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
  const book = new Notebook(lines, memory, parts);
  for (const reader of READERS) reader(lines.all, book);
  return book;
}
