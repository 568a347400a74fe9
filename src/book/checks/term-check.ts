import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { TermIndex } from '../astro/term-marks.ts';

/** Three capitals or more, `PoC` and `PoU`, a small letter before as in `pKVM`, an s after. */
const ABBREVIATION = /(?<![\w.])(FEAT_\w+|[a-z]?[A-Z]{3,}[A-Z\d]*|Po[A-Z]{1,2})s?(?!\w)/g;

/** Terms that a page marks and the glossary lacks, and abbreviations that nothing explains. */
export function checkTerms(page: Page, terms: TermIndex, plain: ReadonlySet<string>): Problem[] {
  const marked = page.elements.filter(({ name }) => name === 'Term');
  return [
    ...marked
      .filter(({ text }) => terms.idOf(text) === undefined)
      .map(({ text, line }) => unknown(page, text, line, terms)),
    ...undefinedIn(page, terms, plain),
  ];
}

function unknown({ file }: Page, word: string, line: number, terms: TermIndex): Problem {
  const near = nearest(word, terms.words());
  return {
    code: 'term-unknown',
    from: ['glossary'],
    file,
    line,
    received: `<Term>${word}</Term>`,
    expected: 'a term of content/data/glossary.json, or another spelling of it',
    remedy: near === null ? 'Define the term, or remove the mark.' : `Write <Term>${near}</Term>.`,
  };
}

/** Each abbreviation once a page, where it stands first. */
function undefinedIn({ file, prose }: Page, terms: TermIndex, plain: ReadonlySet<string>) {
  const found = new Map<string, number>();
  for (const { value, line, code } of prose)
    for (const { 1: word = '', index } of value.matchAll(ABBREVIATION)) {
      const known = plain.has(word) || terms.idOf(word) !== undefined;
      if (known || found.has(word) || (code && value !== word) || (code && !isFeature(word)))
        continue;
      found.set(word, line + value.slice(0, index).split('\n').length - 1);
    }
  return [...found].map(([word, line]): Problem => ({
    code: 'term-undefined',
    from: ['words', 'glossary'],
    file,
    line,
    received: word,
    expected: 'a term of content/data/glossary.json, or a word of content/data/words.json',
    remedy: 'Define it in the glossary; add it to the words only if every reader knows it.',
  }));
}

/** Code type holds names of all kinds; of these only features of the architecture are terms. */
function isFeature(word: string): boolean {
  return word.startsWith('FEAT_');
}
