/** Longer than a line of a phone holds beside a bullet, with letters as far apart as a reader may set them. */
const LONG = /[^\s<>]{16,}/g;
const WORD_ENDS = /(?<=\w[_/(:@.])(?=\w)/g;

/**
 * withMarks puts a mark into the long names and paths of a text where a line may end: after a bar, a
 * slash, a bracket, a colon or a point, and so never inside a word.
 */
export const withMarks = (text: string, mark: string): string =>
  text.replace(LONG, (name) => name.replace(WORD_ENDS, mark));
