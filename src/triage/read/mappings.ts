import { vmaFlagsOf } from '../keys/flags.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const HEADER =
  /(?<![0-9a-f])([0-9a-f]{8,16})-([0-9a-f]{8,16}) [r-][w-][x-][sp] [0-9a-f]{8,16} [0-9a-f]{2,3}:[0-9a-f]{2,5} /i;
const LETTERS = /^(?:[a-z0-9]{2}|\?\?)$/;
const NAMES = /\bVM_(?:PFNMAP|IO|MIXEDMAP|MTE|HUGETLB)\b/g;
/** Lines of smaps between the head of a mapping and its flags. */
const MOST_BETWEEN = 40;

/** Mappings of `/proc/PID/smaps`: their ranges and flags. */
export function readMappings(lines: readonly Line[], book: Notebook): void {
  let head: { start: bigint; end: bigint; line: number } | null = null;
  for (const { text, low, number } of lines) {
    if (text.includes('-')) {
      const [, start, end] = HEADER.exec(text) ?? [];
      if (start !== undefined && end !== undefined) {
        head = { start: BigInt(`0x${start}`), end: BigInt(`0x${end}`), line: number };
        book.used.add(number);
      }
    }
    const at = low.indexOf('vmflags:');
    const flags = at < 0 ? namedFlags(text, low) : lettersAfter(text.slice(at + 8));
    if (flags === null) continue;
    const own = head && number - head.line <= MOST_BETWEEN ? head : null;
    book.vmas.push({ start: own?.start ?? null, end: own?.end ?? null, flags, line: number });
    book.used.add(number);
    if (flags.length > 0) book.fact('vmFlags', flags.join(' '), number);
    if (at >= 0) head = null;
  }
}

function lettersAfter(text: string): string[] | null {
  const letters: string[] = [];
  for (const word of text.trim().split(/\s+/, 60)) {
    if (!LETTERS.test(word)) break;
    letters.push(word);
  }
  return letters.length === 0 ? null : vmaFlagsOf(letters);
}

function namedFlags(text: string, low: string): string[] | null {
  if (!/vm_?flags?\s?[=:(]/.test(low)) return null;
  const names = text.match(NAMES);
  return names === null ? null : [...new Set(names)];
}
