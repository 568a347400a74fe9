/**
 * Rows as CSV of RFC 4180, the head first: lines end in CR LF, and a cell with a comma, a quote or a
 * line break stands in quotes. A program of tables would take a cell that begins with = + - @ for a
 * formula; one that is no plain number gets an apostrophe before it.
 */
export function csvOf(rows: Iterable<readonly string[]>): string {
  let text = '';
  for (const row of rows) text += csvLine(row);
  return text;
}

/** One line of it, with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
