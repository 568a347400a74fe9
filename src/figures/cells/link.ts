import { stableId } from '../../link/stable-id.ts';
import { FORM, TORN, whyUnread } from '../../link/unread.ts';

/*
 * A cell as the fragment of an address: `#cell=1.TABLE.ROW.COLUMN`, each by its words, so that a link
 * lasts where rows and columns come and go. Links of number 1 are out there: what reads them stays.
 */

/** How an address says it. */
export const CELL = '#cell=';
/** No link that this site writes is longer. */
const LONGEST = 400;

/** A cell by the keys of its table, its row and its column. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What a table, a row or a column is called in an address; an id as it is. */
export const keyOf = (words: string): string =>
  /^[a-z0-9][a-z0-9-]*$/.test(words) && words.length < 64 ? words : stableId(words);

/** The fragment that leads to a cell. */
export const writeCell = ({ table, row, column }: Place): string =>
  `${CELL}${FORM}.${table}.${row}.${column}`;

/** Reads what `writeCell` wrote, or says why not; never throws. */
export function readCell(fragment: string): Place | { why: string } {
  const why = whyUnread(fragment, LONGEST);
  if (why !== null) return { why };
  const [, ...keys] = fragment.split('.');
  const [table = '', row = '', column = ''] = keys;
  if (keys.length !== 3 || !keys.every((key) => /^[a-z0-9][a-z0-9-]*$/.test(key)))
    return { why: TORN };
  return { table, row, column };
}

/** Why `#tables=1.`, which leads to the list of what a page lets one take along, is not opened; null where it is. */
export const whyNoTables = (fragment: string): string | null => whyUnread(fragment, LONGEST);
