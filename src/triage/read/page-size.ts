import { GATES } from './gates.ts';
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

/** What a line says of it, by itself. */
interface Sizes {
  /** It asks with `getconf`, behind a prompt or alone. */
  readonly asks: 'alone' | 'with more' | null;
  /** A number that is all of the line. */
  readonly alone: string | null;
  readonly bytes: string | null;
  /** By the name of a build. */
  readonly build: string | null;
}

const inBytes = (kilo: string | undefined): string | null =>
  kilo === undefined ? null : String(Number(kilo) * 1024);

function sizesIn(text: string): Sizes {
  const near = GATES.pageSize(text.toLowerCase());
  const kilo = near ? KILO.exec(text)?.slice(1) : undefined;
  return {
    asks: ASKED_ALONE.test(text) ? 'alone' : ASKED.test(text) ? 'with more' : null,
    alone: /^\s*(\d{4,5})\s*$/.exec(text)?.[1] ?? null,
    bytes: near
      ? (BYTES.exec(text)?.[1] ??
        WORDED.exec(text)?.[1] ??
        inBytes(kilo?.find((one) => one !== undefined)))
      : null,
    build: near ? inBytes(BUILD.exec(text)?.[1]) : null,
  };
}

/** The host's page size: from `getconf`, smaps, the configuration or the name of the kernel. */
export function readPageSize(lines: readonly Line[], book: Notebook): void {
  let asked = -1;
  for (const [index, { text, guest, number, command }] of lines.entries()) {
    if (guest) continue;
    const { asks, alone, bytes, build } = book.once(sizesIn, text);
    if (command !== null || asks === 'alone') asked = asks === null ? -1 : index;
    if (alone !== null && asked >= 0 && index - asked <= 2) {
      write(alone, number, book);
      book.used.add(lines[asked]?.number ?? number);
    }
    if (bytes !== null) write(bytes, number, book);
    else if (build !== null && !book.last('pageSize')) write(build, number, book);
  }
}

function write(bytes: string, line: number, book: Notebook): void {
  if (SIZES.has(bytes)) book.fact('pageSize', bytes, line);
}
