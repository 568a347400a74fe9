import { LONGEST_PIECE, LONGEST_QUOTE, LONGEST_TEXT } from '../limits.ts';
import { cleaned, isMarked } from './clean.ts';
import { unframed } from './frame.ts';
import { bareOf } from './logged.ts';
import type { Find, Memory } from './memory.ts';
import { withCapitals } from './capitals.ts';

/** A line as it is read. Several can stand on one line of the text. */
export interface Line {
  /** Its number in the text, from 1. */
  readonly number: number;
  /** As it was meant, see `cleaned`. */
  readonly text: string;
  /** The same in small letters. */
  readonly low: string;
  /** It tells of the guest's own system, such as `guest$ uname -r` and what follows. */
  readonly guest: boolean;
  /** The command after a prompt; null where there is no prompt, empty where nothing follows it. */
  readonly command: string | null;
}

/** A text taken apart. */
export interface Lines {
  readonly all: readonly Line[];
  /** The lines as they were pasted, from 1, each short enough to be repeated. */
  readonly raw: readonly string[];
  readonly notes: readonly string[];
}

const PROMPT =
  /^(?:\([\w.-]{1,30}\) ?)?(?:\[[^\]]{0,80}\]|[\w.@:~/+-]{0,80})? ?[$#%❯](?: +(?<command>.*))?$/;
const SIGN = /[$#%❯]/;
const GUEST =
  /^\W{0,3}(?:[\w.-]{0,30}@)?(?:guest|vm)(?:os)?\d{0,3}[ :~\w/.\]-]{0,40}[$#%](?: |$)|^\W{0,3}(?:in the )?guest\b[^=:]{0,40}:/i;

/** What one piece of a line says of itself. */
export interface Piece extends Pick<Line, 'text' | 'low' | 'command'> {
  readonly labelled: boolean;
  readonly host: boolean;
}

/** The pieces of a line, by the line alone. */
export type Pieces = Find<readonly Piece[]>;

/**
 * Cuts a text into lines, up to a limit, and cleans each. `ofMarked` gives what takes apart a line with
 * marks; as long as it gives nothing, no line of such a text is read.
 */
export function linesOf(text: string, memory: Memory, ofMarked: () => Pieces | null): Lines {
  const notes: string[] = [];
  let read = text;
  if (text.length > LONGEST_TEXT) {
    read = text.slice(0, LONGEST_TEXT);
    notes.push(
      `The text has ${text.length} characters; the first ${LONGEST_TEXT} were read. Paste the part around the error.`,
    );
  }
  const raw = read.split(/\r*\n|\r/);
  const lines = { raw: raw.map((one) => one.slice(0, LONGEST_QUOTE)), notes };
  const all: Line[] = [];
  let guest = false;
  for (const [index, one] of withCapitals(unframed(raw)).entries()) {
    const pieces = isMarked(one) ? ofMarked() : piecesOf;
    if (pieces === null) return { all: [], ...lines };
    for (const { text: piece, low, command, labelled, host } of memory.once(pieces, one)) {
      if (command !== null || host) guest = labelled;
      all.push({ number: index + 1, text: piece, low, guest: guest || labelled, command });
    }
  }
  return { all, ...lines };
}

/** The pieces of a line of which `parts` gives the lines that are meant. */
export const piecesBy =
  (parts: (raw: string) => string[]): Pieces =>
  (raw) =>
    cutUp(raw).flatMap(parts).map(pieceOf);

const piecesOf = piecesBy((raw) => [raw]);

function pieceOf(meant: string): Piece {
  const text = cleaned(meant);
  const begin = text.slice(0, 600).trimStart();
  const command = SIGN.test(text) ? (PROMPT.exec(begin) ?? PROMPT.exec(bareOf(begin))) : null;
  const low = text.toLowerCase();
  return {
    text,
    low,
    command: command ? (command.groups?.['command'] ?? '').trim() : null,
    labelled: (low.includes('guest') || low.includes('vm')) && GUEST.test(text.slice(0, 100)),
    host: /^\s*(?:host|hv)\b/i.test(text),
  };
}

/** A pasted line; a very long one in pieces, cut at a blank where one is near. */
function cutUp(raw: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < raw.length;) {
    let end = Math.min(raw.length, at + LONGEST_PIECE);
    const blank = end < raw.length ? raw.lastIndexOf(' ', end) : end;
    if (blank > at + LONGEST_PIECE / 2) end = blank;
    pieces.push(raw.slice(at, end));
    at = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}
