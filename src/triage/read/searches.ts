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

/** Whether the host's log was searched for KVM's two lines, and what the search gave. */
export function readSearches(lines: readonly Line[], book: Notebook): void {
  for (const [index, line] of lines.entries()) {
    const { text, low, number, command } = line;
    for (const [key, words] of LINE) if (words.test(text)) book.fact(key, '1', number);
    if (LINE.some(([, words]) => words.test(text))) continue;
    if (!low.includes('unsupported fsc') && !low.includes('failed to find vma')) continue;
    const grep = /grep/.test(low) && (command !== null || LOG.test(text));
    if (grep) readAnswer(lines, index, book);
    else {
      const [, before, after] = WORDED.exec(text) ?? [];
      const sought = SOUGHT.find(([, words]) => words.test(before ?? after ?? ''));
      if (sought) book.fact(sought[0], '0', number);
    }
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
