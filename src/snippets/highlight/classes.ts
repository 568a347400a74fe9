import { tagHighlighter, tags } from '@lezer/highlight';

/** The classes that `code.css` colours, the same in the page and in the editor; other tokens stay bare. */
export const classes = tagHighlighter([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: [tags.string, tags.regexp, tags.escape, tags.special(tags.string)], class: 'tok-string' },
  { tag: [tags.literal, tags.number, tags.bool, tags.atom], class: 'tok-number' },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.macroName], class: 'tok-name' },
  { tag: tags.meta, class: 'tok-meta' },
]);
