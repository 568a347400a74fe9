const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A date of the book in words: `2025-03-31` is 31 March 2025; years and spans stay as they are. */
export function readableDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** A short date that no line tears, for a column as narrow as that of the side notes. */
export const keptDate = (date: string): string => shortDate(date).replaceAll(' ', '\u00a0');

/** The same with the month in three letters, for narrow places. */
export function shortDate(date: string): string {
  return readableDate(date).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}
