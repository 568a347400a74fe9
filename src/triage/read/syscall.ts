import { errnoNamed } from '../keys/errno.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

/** One system call of a trace. */
export interface Syscall {
  readonly name: string;
  /** Its arguments as they are written. */
  readonly args: string;
  /** What it returned, as it is written: `0`, `-1`, `0xffff8c000000`, `?`. */
  readonly ret: string;
  /** Name of the error; null where there was none. */
  readonly errno: string | null;
  readonly line: number;
  /** The lines that it takes: mails wrap, and threads come between. */
  readonly lines: readonly Line[];
}

const BEGIN = /(?<![\w.])(ioctl|openat|open|munmap|mmap|close)\((?!KVM_\w+\)|[A-Z_]+\))/;
const END = /\)\s{0,40}= (-?\d+|0x[0-9a-f]+|\?)(?:<[^>]{0,80}>)?(?:\s+(E[A-Z0-9]{2,12}))?/;
const UNFINISHED = /\s*<unfinished \.\.\.>.*$/;
const RESUMED = /<\.\.\. (\w+) resumed>,?\s?/;
const PID = /^(?:\[pid +(\d+)\]|(\d{1,8}) )/;
/** Lines over which a wrapped call is followed. */
const MOST_LINES = 6;

/** How a line takes part in a trace; null where it does not. */
interface OfTrace {
  readonly pid: string;
  /** Where what follows on "resumed" begins. */
  readonly resumed: number | null;
  /** Where a call begins. */
  readonly begin: number | null;
}

function traceIn(text: string): OfTrace | null {
  if (!text.includes('(') && !text.includes('resumed')) return null;
  const resumed = RESUMED.exec(text);
  const begin = BEGIN.exec(text)?.index ?? null;
  if (!resumed && begin === null) return null;
  const [, a, b] = PID.exec(text) ?? [];
  return {
    pid: a ?? b ?? '',
    resumed: resumed ? resumed.index + resumed[0].length : null,
    begin,
  };
}

/** The system calls of a trace: also where a mail wrapped them, or another thread came between. */
export function syscallsOf(lines: readonly Line[], book: Notebook): Syscall[] {
  const found: Syscall[] = [];
  const open = new Map<string, { text: string; line: Line }>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { pid, resumed, begin } = book.once(traceIn, line.text) ?? NO_TRACE;
    const begun = resumed === null ? undefined : open.get(pid);
    const push = (text: string, over: readonly Line[]): boolean => {
      const call = book.once(callIn, text);
      if (call) found.push({ ...call, line: over[0]?.number ?? 1, lines: over });
      return call !== null;
    };
    if (begun && resumed !== null) {
      const rest = line.text.slice(resumed);
      push(`${begun.text}, ${rest}`.replace(', )', ')'), [begun.line, line]);
      open.delete(pid);
      continue;
    }
    if (begin === null) continue;
    let text = line.text.slice(begin);
    if (text.includes('<unfinished')) {
      open.set(pid, { text: text.replace(UNFINISHED, '').replace(/,\s*$/, ''), line });
      continue;
    }
    let last = i;
    while (!book.once(isWhole, text) && last + 1 < lines.length && last - i < MOST_LINES) {
      const next = lines[last + 1] as Line;
      const begins = (book.once(traceIn, next.text)?.begin ?? null) !== null;
      if (begins || next.command !== null || next.text === '') break;
      text += ` ${next.text.trim()}`;
      last++;
    }
    if (push(text, lines.slice(i, last + 1))) i = last;
  }
  return found;
}

const NO_TRACE: OfTrace = { pid: '', resumed: null, begin: null };

const isWhole = (text: string): boolean => END.test(text);

/** One call, from its name to what it returned; null where it is none, or is cut off. */
function callIn(text: string): Pick<Syscall, 'name' | 'args' | 'ret' | 'errno'> | null {
  const end = END.exec(text);
  const name = BEGIN.exec(text)?.[1];
  if (!end || name === undefined) return null;
  // `strace` writes -1 and the name; a trace of the kernel itself has the number.
  const ret = end[1] ?? '?';
  const args = text.slice(name.length + 1, end.index);
  const errno = end[2] ?? (/^-(?!1$)/.test(ret) ? errnoNamed(ret) : null);
  return { name, args, ret, errno };
}
