/** Letters of a claim that a list of many shows, at most. */
const MOST = 48;

/** The first words of a text, with an ellipsis where it goes on; a word is never cut. */
export function firstWords(text: string): string {
  if (text.length <= MOST) return text;
  const end = text.lastIndexOf(' ', MOST);
  return `${text.slice(0, end > 0 ? end : MOST).replace(/[\s,;:.]+$/, '')} …`;
}
