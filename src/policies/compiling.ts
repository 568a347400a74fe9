/* What turns a text into answers: half of the code of the page, and no text is waited for by a reader of a link. */
export { locate } from '../snippets/core/locate.ts';
export { compile } from '../snippets/core/program.ts';
