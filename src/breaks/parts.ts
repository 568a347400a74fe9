/** Longer than a line of a phone holds beside a bullet, with letters as far apart as a reader may set them. */
const LONG = /[^\s<>]{16,}/g;
/** Longer than a column of three has room for, where the text is one column wide. */
export const LONG_IN_A_CELL = /[^\s<>]{26,}/g;
/** A point between two numbers is part of a version; one before a short ending, and the number of a line, of a file's name. */
const WORD_ENDS =
  /(?<=\w[_/(:@])(?=\w)(?!\d+\W*$)|(?<=[a-z]\.)(?=\w)(?!\w{1,4}(?::\d+)?\W*$)|(?<=\d\.)(?=[a-z])/gi;

/**
 * withMarks puts a mark into the long names and paths of a text where a line may end: after a bar, a
 * slash, a bracket, a colon or a point, and so never inside a word.
 */
export const withMarks = (text: string, mark: string, long = LONG): string =>
  text.replace(long, (name) => name.replace(WORD_ENDS, mark));

/** A name that ends in a letter or a number behind its hyphen, and a bit with its value. */
const SHORT =
  /(?<![\w&#/-])(?:[A-Za-z]\w{0,11}-(?:[A-Z]?\d{1,3}|[A-Z]{1,3})|(?:FWB|IDC|DIC)\s[01])(?![\w-]|\/\w)/g;

/** withWhole marks the short names of a text that no line may part, such as RISC-V and DIC 0. */
export const withWhole = (text: string, before: string, after: string): string =>
  text.replace(SHORT, `${before}$&${after}`);
