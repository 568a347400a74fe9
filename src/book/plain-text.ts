import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Problem } from './problems.ts';

/** A file as text; null where it is none. A byte order mark is reported and left out. */
export interface PlainText {
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Reads a file that has to be UTF-8 without a byte order mark and without NUL. */
export function readPlainText(path: string, file: string): PlainText {
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') return unread(noFile(file, bytes, 'a file of text'));
  const wrong = (line: number, received: string, remedy: string): Problem => ({
    code: 'text-encoding',
    file,
    line,
    received,
    expected: 'text in UTF-8, without a byte order mark',
    remedy,
  });
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return unread(wrong(1, 'text in UTF-16', 'Save the file as UTF-8.'));
  for (const [index, line] of linesOf(bytes).entries()) {
    const byte = badByte(line);
    if (byte !== null)
      return unread(
        wrong(
          index + 1,
          `the byte 0x${byte.toString(16).padStart(2, '0')}, which is not UTF-8`,
          'Save the file as UTF-8; write this line again if its letters are lost.',
        ),
      );
    if (line.includes(0))
      return unread(wrong(index + 1, 'the character U+0000', 'Remove the character.'));
  }
  // The decoder leaves the mark out.
  const text = new TextDecoder().decode(bytes);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return { text, problems: [wrong(1, 'a byte order mark', 'Save the file without it.')] };
  return { text, problems: [] };
}

/** Names in a folder, sorted; none where it is not there, and a problem where it is no folder. */
export function readNames(path: string, file: string): { names: string[]; problems: Problem[] } {
  if (!existsSync(path)) return { names: [], problems: [] };
  try {
    return { names: readdirSync(path).toSorted(), problems: [] };
  } catch (error) {
    return { names: [], problems: [noFile(file, wordsOf(error), 'a folder')] };
  }
}

function bytesOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return wordsOf(error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'a folder',
  ENOTDIR: 'a file',
  ENOENT: 'a link that leads to nothing',
  ELOOP: 'a link that leads to itself',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
};

/** Why the system gives nothing, in words; by its own name where that is seldom. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

function noFile(file: string, received: string, expected: string): Problem {
  const remedy = 'Put what is meant in its place, or remove it.';
  return { code: 'file-unread', file, line: 1, received, expected, remedy };
}

function unread(problem: Problem): PlainText {
  return { text: null, problems: [problem] };
}

/** No character of more than one byte has a line feed among them. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** The first byte of a line of which no character can be made; null where the line is UTF-8. */
function badByte(line: Buffer): number | null {
  if (isUtf8(line)) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first: number | null = null;
  for (const byte of line)
    try {
      first ??= byte;
      if (decoder.decode(new Uint8Array([byte]), { stream: true }) !== '') first = null;
    } catch {
      break;
    }
  return first ?? 0;
}
