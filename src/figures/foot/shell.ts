/** A word for a POSIX shell, in quotes. What a terminal would obey is left out of it. */
export const shellQuoted = (text: string): string =>
  `'${text.replace(/\p{Cc}|\p{Cf}/gu, '').replaceAll("'", String.raw`'\''`)}'`;
