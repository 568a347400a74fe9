import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

/** What people look for in the host's log, and the fact that it is there or not. */
const SOUGHT: readonly (readonly [key: string, words: RegExp])[] = [
  ['fscLine', /unsupported fsc/i],
  ['vmaLine', /failed to find vma/i],
];
const LINE: readonly (readonly [key: string, words: RegExp])[] = [
  ['fscLine', /Unsupported FSC: {0,3}EC/i],
  ['vmaLine', /Failed to find VMA for hva/i],
];
const LOG = /dmesg|journalctl|kern\.log|\/var\/log|kmsg|kernel log|host log|syslog/i;
const NOTHING =
  /^\W{0,3}(?:nothing|none|no (?:output|match(?:es)?|lines?|result)|empty|0)\b\W{0,3}$/i;
const WORDED =
  /(?:\b(?:no|not|never|without|nothing)\b.{0,40}?(unsupported fsc|failed to find vma))|(?:(unsupported fsc|failed to find vma)["']?.{0,40}?\b(?:not (?:there|found|present|in)|no (?:line|match|output)|nothing|missing|absent|0 (?:lines|matches|hits)|: 0)\b)/i;

/** What a line with the words of one of KVM's lines says. */
interface Sought {
  /** It is the line itself. */
  readonly there: readonly string[];
  readonly grep: 'in a log' | 'somewhere' | null;
  /** Somebody says that the line is not there. */
  readonly missing: string | null;
}

function soughtIn(text: string): Sought {
  const there = LINE.filter(([, words]) => words.test(text)).map(([key]) => key);
  const [, before, after] = WORDED.exec(text) ?? [];
  const missing = SOUGHT.find(([, words]) => words.test(before ?? after ?? ''))?.[0] ?? null;
  const grep = /grep/i.test(text) ? (LOG.test(text) ? 'in a log' : 'somewhere') : null;
  return { there, grep, missing };
}

/** Whether the host's log was searched for KVM's two lines, and what the search gave. */
export function readSearches(lines: readonly Line[], book: Notebook): void {
  for (const [index, line] of lines.entries()) {
    const { text, low, number, command } = line;
    if (!low.includes('unsupported fsc') && !low.includes('failed to find vma')) continue;
    const { there, grep, missing } = book.once(soughtIn, text);
    for (const key of there) book.fact(key, '1', number);
    if (there.length > 0) continue;
    if (grep === 'in a log' || (grep !== null && command !== null)) readAnswer(lines, index, book);
    else if (missing !== null) book.fact(missing, '0', number);
  }
}

/** An empty answer, or a count: what stands up to the next prompt. */
function readAnswer(lines: readonly Line[], index: number, book: Notebook): void {
  const asked = lines[index] as Line;
  const keys = SOUGHT.filter(([, words]) => words.test(asked.text)).map(([key]) => key);
  const write = (value: string, line: number) => {
    for (const key of keys) book.fact(key, value, line);
  };
  const inline = /(?:->|=>|:|→)\s{0,3}(nothing|none|no \w{1,10}|empty|0)\W{0,3}$/i.exec(asked.text);
  if (inline) return write('0', asked.number);
  const answer = lines[index + 1];
  if (!answer || answer.command !== null || answer.text.trim() === '') {
    if (asked.command !== null) write('0', asked.number);
    return;
  }
  if (NOTHING.test(answer.text)) return write('0', answer.number);
  const count = /^\s*(\d{1,6})\s*$/.exec(answer.text)?.[1];
  if (count !== undefined && /grep.{0,40}\s-\w{0,4}c/.test(asked.text) && keys.length === 1)
    write(count === '0' ? '0' : '1', answer.number);
}
