import { readErrnos } from './errnos.ts';
import { readExits } from './exits.ts';
import { readKernel } from './kernel.ts';
import { linesOf, type Line, type Lines } from './lines.ts';
import { readLogs } from './logs.ts';
import { Memory } from './memory.ts';
import { Notebook } from './notebook.ts';
import type { ReadParts, Shelf } from './parts.ts';
import { readPrograms } from './programs.ts';
import { readRegisters } from './registers.ts';
import { unwrapped } from './unwrapped.ts';

/** Readers of parts that not every text needs, by their names. */
type OfCalls = keyof ReadParts['calls'];
type OfHost = keyof ReadParts['host'];
type Reader = (lines: readonly Line[], book: Notebook) => void;

/** The readers, in the order in which they may claim the error of a line. */
const READERS: readonly (Reader | OfCalls | OfHost)[] = [
  'readTraces',
  'readCapabilities',
  readLogs,
  'readMentions',
  readErrnos,
  readExits,
  readRegisters,
  'readMappings',
  readKernel,
  'readPageSize',
  'readHost',
  'readSearches',
  'readReads',
  readPrograms,
];

/** What tells that a line may tell of a call: a trace of one, or its name in the words of a program. */
const OF_CALL =
  /ioctl|mmap|openat?\(|resumed>|region|memory|memfd|slot|mapping|\brun|_run|vcpu|exec|exit|emulate|ioas|iommufd|dma|phys_?addr/;
const isOfCall = (low: string): boolean => OF_CALL.test(low);

/** What tells that a line may say something of the host: cheap, and asked before the part is. */
const OF_HOST =
  /243|0xf3|cap_|check_ext|capability|capabilities|extension|\/dev\/kvm|stage-2|cache|\bmode|fwb|dic\b|idc\b|pkvm|mte|protected|qemu-\S{0,20} -|cpu|processor|midr|host|page|\dk\b|vmflags|\bvm_|[r-][w-][x-][sp] |unsupported fsc(?!: ?ec)|failed to find vma(?! for hva)|reads?\b|reading/;
const OF_THREADS = /vcpu(?:s\b)?|virtual cpu(?:s\b)?|cpu(?:\.rs|_?run)|user_memory|host_addr/g;

const isOfHost = (low: string): boolean =>
  OF_HOST.test(low) && OF_HOST.test(low.replace(OF_THREADS, ''));

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
  const some = (is: (low: string) => boolean) => lines.all.some(({ low }) => book.once(is, low));
  const brought = {
    ...(some(isOfCall) ? parts.get('calls') : null),
    ...(some(isOfHost) ? parts.get('host') : null),
  };
  for (const reader of READERS) {
    if (typeof reader === 'string') (brought[reader] as Reader | undefined)?.(lines.all, book);
    else reader(lines.all, book);
  }
  return book;
}
