/**
 * A question and its answer in as few letters as a picture has room for, also with the spacing that a reader
 * may set: without its article and the word file, and as a statement where the answer is yes.
 */
export const brief = (words: string): string =>
  words.replace(/^the |(?<=guest_memfd )file /g, '').replace(/: yes$/, '');
