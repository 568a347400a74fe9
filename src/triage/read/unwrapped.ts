import { LONGEST_PIECE } from '../limits.ts';
import { isLogged } from './logged.ts';
import type { Line, Lines } from './lines.ts';

/** Columns at which mails and terminals wrap a text. */
const NARROWEST = 24;
const WIDEST = 100;

/**
 * A text that a mail or a terminal may have wrapped, with its lines put together again; null where none
 * can have been. A line goes on where the first word of the next had no room behind it.
 */
export function unwrapped({ all, raw, notes }: Lines): Lines | null {
  /** Columns as they were pasted: cleaned, a line may be shorter. */
  const columnsOf = ({ number }: Line): number => (raw[number - 1] ?? '').trimEnd().length;
  const width = all.reduce((most, line) => Math.max(most, columnsOf(line)), 0);
  if (width < NARROWEST || width > WIDEST) return null;
  const joined: Line[] = [];
  /** Columns of the last line that was joined. */
  let columns = 0;
  for (const line of all) {
    const last = joined.at(-1);
    if (last && last.text.length < LONGEST_PIECE && goesOn(columns, line, width)) {
      const text = `${last.text.trimEnd()} ${line.text.trimStart()}`;
      const command = last.command === null ? null : `${last.command} ${line.text.trim()}`;
      joined[joined.length - 1] = { ...last, text, low: text.toLowerCase(), command };
    } else joined.push(line);
    columns = columnsOf(line);
  }
  return joined.length < all.length ? { all: joined, raw, notes } : null;
}

function goesOn(columns: number, { text, command }: Line, width: number): boolean {
  if (columns === 0 || command !== null || isLogged(text)) return false;
  const word = /^\s{0,40}(\S{1,200})/.exec(text)?.[0].trimStart() ?? '';
  return word !== '' && columns + 1 + word.length > width;
}
