import { readErrnos } from './errnos.ts';
import { readKernel } from './kernel.ts';
import { readLogs } from './logs.ts';
import type { Memory } from './memory.ts';
import type { Notebook } from './notebook.ts';
import type { ReadParts, Shelf } from './parts.ts';
import { readPrograms } from './programs.ts';
import { readWith, type Reader } from './reading.ts';
import { readRegisters } from './registers.ts';

/** Readers of parts that not every text needs, by their names. */
type OfCalls = 'readTraces' | 'readMentions' | 'readExits';
type OfHost = keyof ReadParts['host'];

/** The readers, in the order in which they may claim the error of a line. */
const READERS: readonly (Reader | OfCalls | OfHost)[] = [
  'readTraces',
  'readCapabilities',
  readLogs,
  'readMentions',
  readErrnos,
  'readExits',
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
  /ioctl|mmap|openat?\(|resumed>|region|memory|memfd|slot|mapping|\brun|_run|vcpu|exec|exit|emulate|ioas|iommufd|dma|phys_?addr|create|creating/;
const isOfCall = (low: string): boolean => OF_CALL.test(low);

/** What tells that a line may say something of the host: cheap, and asked before the part is. */
const OF_HOST =
  /243|0xf3|cap_|check_ext|capability|capabilities|extension|\/dev\/kvm|stage-2|cache|\bmode|fwb|dic\b|idc\b|pkvm|mte|protected|qemu-\S{0,20} -|cpu|processor|midr|host|page|\dk\b|vmflags|\bvm_|[r-][w-][x-][sp] |unsupported fsc(?!: ?ec)|failed to find vma(?! for hva)|reads?\b|reading/;
const OF_THREADS = /vcpu(?:s\b)?|virtual cpu(?:s\b)?|cpu(?:\.rs|_?run)|user_memory|host_addr/g;

const isOfHost = (low: string): boolean =>
  OF_HOST.test(low) && OF_HOST.test(low.replace(OF_THREADS, ''));

/** The readers that some line of a text asks for. */
function readersOf(book: Notebook): readonly Reader[] {
  const some = (is: (low: string) => boolean) =>
    book.lines.all.some(({ low }) => book.once(is, low));
  const brought = {
    ...(some(isOfCall) ? book.parts.get('calls') : null),
    ...(some(isOfHost) ? book.parts.get('host') : null),
  };
  return READERS.flatMap((reader) => {
    const own = typeof reader === 'string' ? (brought[reader] as Reader | undefined) : reader;
    return own ? [own] : [];
  });
}

/** Everything that a text says, line by line. */
export const read = (text: string, parts: Shelf<ReadParts>, memory?: Memory): Notebook =>
  readWith(readersOf, text, parts, memory);
