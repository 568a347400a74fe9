import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const SIZES: ReadonlySet<string> = new Set(['4096', '16384', '65536']);
const BYTES = /\bPAGE_?SIZE\b(?:\)|"|')?\s{0,60}(?:=|:|is|->)?\s{0,3}(\d{4,5})\b/i;
const KILO =
  /\b(?:KernelPageSize|MMUPageSize|PAGE_?SIZE|page size)\b["']?\s{0,20}(?:=|:|is|of)?\s{0,10}(4|16|64) ?Ki?B?\b|\b(4|16|64) ?Ki?B?(?:i?B)?[ -](?:host )?(?:kernel )?pages?(?: size| kernel|s\b)|\bCONFIG_ARM64_(4|16|64)K_PAGES=y/i;
const WORDED = /\bpage size\b.{0,10}?\b(4096|16384|65536)\b/i;
/** Kernels are built for one size, and some say so in their release. */
const BUILD = /\b[3-8]\.\d{1,2}[\w.+~-]{0,60}[-+](4|16|64)k\b/i;
const ASKED = /\bgetconf\b.{0,10}PAGE_?SIZE/i;

const ASKED_ALONE = /^\s*getconf\s+PAGE_?SIZE\s*$/i;

/** The host's page size: from `getconf`, smaps, the configuration or the name of the kernel. */
export function readPageSize(lines: readonly Line[], book: Notebook): void {
  let asked = -1;
  for (const [index, { text, low, guest, number, command }] of lines.entries()) {
    if (guest) continue;
    if (command !== null || ASKED_ALONE.test(text)) asked = ASKED.test(text) ? index : -1;
    const alone = /^\s*(\d{4,5})\s*$/.exec(text)?.[1];
    if (alone !== undefined && asked >= 0 && index - asked <= 2) {
      write(alone, number, book);
      book.used.add(lines[asked]?.number ?? number);
    }
    if (!/page|\dk\b/.test(low)) continue;
    const bytes = BYTES.exec(text)?.[1] ?? WORDED.exec(text)?.[1];
    const kilo = KILO.exec(text)
      ?.slice(1)
      .find((one) => one !== undefined);
    if (bytes !== undefined) write(bytes, number, book);
    else if (kilo !== undefined) write(String(Number(kilo) * 1024), number, book);
    else if (!book.last('pageSize')) {
      const build = BUILD.exec(text)?.[1];
      if (build !== undefined) write(String(Number(build) * 1024), number, book);
    }
  }
}

function write(bytes: string, line: number, book: Notebook): void {
  if (SIZES.has(bytes)) book.fact('pageSize', bytes, line);
}
