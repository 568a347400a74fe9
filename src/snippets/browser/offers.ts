import type { EditorWords } from '../knobs/editor-words.ts';

/** What a snippet prints with is there without an import. */
const PRINTERS = ['show', 'console'];

/** Words that may stand where a reader types. */
export interface Offers {
  /** What of a word is there already. */
  readonly typed: string;
  readonly words: readonly string[];
  /** What a longer text matches for which the same words are right. */
  readonly goesOn: RegExp;
}

/**
 * offersAt says what may stand behind a line as far as it is written: in quotes the words of the field before
 * them, or else every word of the model's lists and the moves of the machine; behind a dot the fields of
 * inputs; elsewhere these and the names that can be imported. Null: nothing that the model knows.
 */
export function offersAt(before: string, { names, fields, moves }: EditorWords): Offers | null {
  const quoted = openQuote(before);
  if (quoted !== null) {
    const field = /([\w$]+)\s*(?::|=+)\s*$/.exec(quoted.ahead)?.[1] ?? '';
    const own = Object.hasOwn(fields, field) ? (fields[field] ?? []) : [];
    // Most quotes are no question to the model.
    if (own.length === 0 && quoted.typed === '') return null;
    const words = own.length > 0 ? own : [...new Set([...moves, ...Object.values(fields).flat()])];
    return { typed: quoted.typed, words, goesOn: /^[\w.:-]*$/ };
  }
  const typed = /[\w$]*$/.exec(before)?.[0] ?? '';
  const ahead = before.slice(0, before.length - typed.length);
  if (/^\d/.test(typed) || /\d\.$/.test(ahead) || /\bconsole\.$/.test(ahead)) return null;
  const known = Object.keys(fields);
  const words = ahead.endsWith('.') ? known : [...new Set([...names, ...PRINTERS, ...known])];
  return { typed, words, goesOn: /^[\w$]*$/ };
}

/** The text that stands in a quote which is still open, and what stands ahead of it. */
function openQuote(before: string): { ahead: string; typed: string } | null {
  let open: number | null = null;
  for (let i = 0; i < before.length; i++) {
    const sign = before[i];
    if (open === null && (sign === "'" || sign === '"')) open = i;
    else if (open === null && sign === '/' && before[i + 1] === '/') return null;
    else if (open !== null && sign === before[open]) open = null;
  }
  if (open === null) return null;
  const typed = before.slice(open + 1);
  return /^[\w.:-]*$/.test(typed) ? { ahead: before.slice(0, open), typed } : null;
}
