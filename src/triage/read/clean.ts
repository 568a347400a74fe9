// cspell:words noformat
import { LONGEST_PIECE } from '../limits.ts';

/** How each mark begins that `unmarked` takes away: cheap, and asked before its part is. */
const MARKED =
  /[^\t\n -~]|\\|^\{|=3D|<\/?\w{1,10}(?: |\/?>)|&#?\w{2,8};|\{(?:code|noformat)|\^\[|\[\d{1,3}[;m]/;

/** Whether a line has marks of a terminal, of HTML, of a tracker or of a log in JSON. */
export const isMarked = (raw: string): boolean => MARKED.test(raw);

/** A line that is bold as a whole. */
const BOLD = /^\s{0,8}(\*\*|__)(?=\S)(.{1,4000})\1\s*$/;

const QUOTED = /^\s{0,4}(?:[A-Z]{0,3}>\s{0,2}){1,20}/;

/** What any of them needs: cheap, and asked before them. */
const UNCLEAN = /^\s{0,8}(?:[A-Z]{0,3}>|\*\*|__)|[\t`]| {2}|\s$/;

/** A line without marks as it was meant: without the signs of a quoted mail, with single blanks. */
export const cleaned = (text: string): string =>
  UNCLEAN.test(text) || text.length > LONGEST_PIECE ? washed(text) : text;

const washed = (text: string): string =>
  text
    .slice(0, LONGEST_PIECE)
    .replaceAll('\t', ' ')
    .replace(QUOTED, '')
    .replace(BOLD, '$2')
    .replaceAll('`', ' ')
    .replace(/(?<=\S) {2,}/g, ' ')
    .trimEnd();
