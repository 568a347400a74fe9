import { errnoNamed } from '../keys/errno.ts';
import type { Line } from './lines.ts';

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

/** The system calls of a trace: also where a mail wrapped them, or another thread came between. */
export function syscallsOf(lines: readonly Line[]): Syscall[] {
  const found: Syscall[] = [];
  const open = new Map<string, { text: string; line: Line }>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!line.text.includes('(') && !line.text.includes('resumed')) continue;
    const [, a, b] = PID.exec(line.text) ?? [];
    const pid = a ?? b ?? '';
    const resumed = RESUMED.exec(line.text);
    const begun = resumed ? open.get(pid) : undefined;
    if (begun && resumed) {
      const rest = line.text.slice(resumed.index + resumed[0].length);
      push(found, `${begun.text}, ${rest}`.replace(', )', ')'), [begun.line, line]);
      open.delete(pid);
      continue;
    }
    const at = BEGIN.exec(line.text)?.index;
    if (at === undefined) continue;
    let text = line.text.slice(at);
    if (text.includes('<unfinished')) {
      open.set(pid, { text: text.replace(UNFINISHED, '').replace(/,\s*$/, ''), line });
      continue;
    }
    let last = i;
    while (!END.test(text) && last + 1 < lines.length && last - i < MOST_LINES) {
      const next = lines[last + 1] as Line;
      if (BEGIN.test(next.text) || next.command !== null || next.text === '') break;
      text += ` ${next.text.trim()}`;
      last++;
    }
    if (push(found, text, lines.slice(i, last + 1))) i = last;
  }
  return found;
}

function push(found: Syscall[], text: string, lines: readonly Line[]): boolean {
  const end = END.exec(text);
  const name = BEGIN.exec(text)?.[1];
  if (!end || name === undefined) return false;
  // `strace` writes -1 and the name; a trace of the kernel itself has the number.
  const ret = end[1] ?? '?';
  const args = text.slice(name.length + 1, end.index);
  found.push({
    name,
    args,
    ret,
    errno: end[2] ?? (/^-(?!1$)/.test(ret) ? errnoNamed(ret) : null),
    line: lines[0]?.number ?? 1,
    lines,
  });
  return true;
}
