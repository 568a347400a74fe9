/**
 * What a terminal would obey instead of showing: control characters but the line feed, and the
 * marks that turn the direction of text. A file name or the content of a file may hold them.
 */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

/** Text with each such character as `\u001b`: seen, not sent. JSON stays the same JSON. */
export function visible(text: string): string {
  return text.replace(OBEYED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text short enough for a line of a terminal; its end is kept, where a path has its name. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.ceil(most * 0.7);
  return `${text.slice(0, head)}...${text.slice(text.length - (most - head))}`;
}
