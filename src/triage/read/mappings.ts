import { vmaFlagsOf } from '../keys/vma-flags.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const HEADER =
  /(?<![0-9a-f])([0-9a-f]{8,16})-([0-9a-f]{8,16}) [r-][w-][x-][sp] [0-9a-f]{8,16} [0-9a-f]{2,3}:[0-9a-f]{2,5} /i;
const LETTERS = /^(?:[a-z0-9]{2}|\?\?)$/;
const NAMES = /\bVM_(?:PFNMAP|IO|MIXEDMAP|MTE|HUGETLB)\b/g;
/** Lines of smaps between the head of a mapping and its flags. */
const MOST_BETWEEN = 40;

/** What a line says of a mapping: its range, its flags, and whether these are the last line of it. */
interface OfMapping {
  readonly range: { readonly start: bigint; readonly end: bigint } | null;
  readonly flags: readonly string[] | null;
  readonly ends: boolean;
}

function mappingIn(text: string): OfMapping {
  const [, start, end] = (text.includes('-') ? HEADER.exec(text) : null) ?? [];
  const range =
    start === undefined || end === undefined
      ? null
      : { start: BigInt(`0x${start}`), end: BigInt(`0x${end}`) };
  const low = text.toLowerCase();
  const at = low.indexOf('vmflags:');
  const flags = at < 0 ? namedFlags(text, low) : lettersAfter(text.slice(at + 8));
  return { range, flags, ends: at >= 0 };
}

/** Mappings of `/proc/PID/smaps`: their ranges and flags. */
export function readMappings(lines: readonly Line[], book: Notebook): void {
  let head: { start: bigint; end: bigint; line: number } | null = null;
  for (const { text, number } of lines) {
    const { range, flags, ends } = book.once(mappingIn, text);
    if (range !== null) {
      head = { ...range, line: number };
      book.used.add(number);
    }
    if (flags === null) continue;
    const own = head && number - head.line <= MOST_BETWEEN ? head : null;
    book.vmas.push({ start: own?.start ?? null, end: own?.end ?? null, flags, line: number });
    book.used.add(number);
    if (flags.length > 0) book.fact('vmFlags', flags.join(' '), number);
    if (ends) head = null;
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
