import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';

/** Where a word of a name ends: after an underscore, a bracket or a colon, and before the capital of the next. */
const WORD_ENDS = /(?<=[_(:])(?=\w)|(?<=[a-z0-9])(?=[A-Z])/;

/** Nothing longer is a name; a snippet may hand over what would break at every letter. */
const MOST = 200;

/** nameWords lets a name break, where it has to, between its words and not inside one. */
export const nameWords = (name: string): HNode[] =>
  (name.length > MOST ? [name] : name.split(WORD_ENDS)).flatMap((word, i) =>
    i === 0 ? [word] : [h('wbr'), word],
  );

/** The same in code type. */
export const nameCode = (name: string): HElement => h('code', {}, ...nameWords(name));
