import { readErrnos } from './errnos.ts';
import { GATES } from './gates.ts';
import { readKernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Notebook } from './notebook.ts';
import type { PartReaders, ReadParts, Shelf } from './parts.ts';
import { readWith, type Reader } from './reading.ts';
import { readRegisters } from './registers.ts';

/** The readers, in the order in which they may claim the error of a line. */
export const READERS: readonly (Reader | keyof PartReaders)[] = [
  'traces',
  'capabilities',
  'kvmLines',
  'logs',
  'mentions',
  readErrnos,
  'exits',
  readRegisters,
  'mappings',
  readKernel,
  'pageSize',
  'host',
  'tried',
  'programs',
];

/** Readers of what no reader before them has claimed. */
const OF_UNCLAIMED: ReadonlySet<string> = new Set(['capabilities', 'mentions']);

/** The readers that some line of a text asks for; a line is asked when those before have read. */
function* readersOf(book: Notebook): Generator<Reader> {
  let waits = false;
  for (const reader of READERS) {
    if (typeof reader !== 'string') {
      yield reader;
      continue;
    }
    const unclaimed = OF_UNCLAIMED.has(reader);
    // What a trace claims is known once its reader is here.
    if (unclaimed && waits) continue;
    const is = GATES[reader];
    const some =
      // Answers in a trace are facts of the reader of capabilities too.
      (reader === 'capabilities' && book.asks.length > 0) ||
      book.lines.all.some(
        (line) => book.once(is, line.low) && !(unclaimed && book.bound.has(line)),
      );
    const part = some ? (book.parts.get(reader) as Reader | null) : null;
    if (part) yield part;
    else if (some && reader === 'traces') waits = true;
  }
}

/** Everything that a text says, line by line. */
export const read = (text: string, parts: Shelf<ReadParts>, memory?: Memory): Notebook =>
  readWith(readersOf, text, parts, memory);
