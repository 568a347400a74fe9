import { readEntries, type Entry, type ListKind } from './entries.ts';
import { nearest } from '../../model/index.ts';
import type { Problem } from '../problems.ts';
import { checkDataSources } from './data-sources.ts';
import { term, termId, type Term } from './term.ts';

const KIND = {
  name: 'glossary',
  schema: term,
  one: 'term',
  many: 'terms',
  key: 'term',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof term>;

export interface Glossary {
  /** Terms that are in order, in the order of the list. */
  terms: readonly Term[];
  problems: Problem[];
}

/** Reads and checks the glossary; a book without one has no terms. */
export function readGlossary(content: string, sources: ReadonlySet<string>): Glossary {
  const { entries, problems } = readEntries(content, KIND);
  // An entry with a wrong field is reported once, not at each reference to it too.
  const names = new Set(entries.map(({ id }) => id));
  const first = new Map<string, Entry<Term>>();
  const terms: Term[] = [];
  let before: Entry<Term> | null = null;
  for (const entry of entries) {
    const { value } = entry;
    if (value === null) continue;
    const spellings = [value.term, ...(value.aliases ?? [])];
    const taken = spellings.flatMap((word) => {
      const earlier = first.get(termId(word));
      return earlier === undefined || earlier === entry ? [] : [termTaken(entry, word, earlier)];
    });
    for (const word of spellings) if (!first.has(termId(word))) first.set(termId(word), entry);
    problems.push(...taken, ...unknownSeeAlso(entry, value, names));
    problems.push(...checkDataSources(entry, value.source ?? [], 'source', sources));
    problems.push(...withoutSource(entry, value));
    if (before !== null && order(before.id, entry.id) > 0)
      problems.push(outOfOrder(entry, before.id));
    before = entry;
    if (taken.length === 0) terms.push(value);
  }
  return { terms, problems };
}

/** Letters and digits decide; a reader looks a term up without minding capitals or signs. */
function order(a: string, b: string): number {
  const [left, right] = [termId(a), termId(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function outOfOrder({ file, line, id }: Entry<Term>, before: string): Problem {
  return {
    code: 'term-order',
    file,
    line,
    id,
    received: `${id} after ${before}`,
    expected: `${id} before ${before}`,
    remedy: 'Sort the terms by their letters and digits, capitals aside.',
  };
}

function termTaken({ file, line, id }: Entry<Term>, word: string, earlier: Entry<Term>): Problem {
  return {
    code: 'term-taken',
    file,
    line,
    id,
    received: `a second ${word}`,
    expected: `${word} once; ${earlier.id} on line ${earlier.line} has it`,
    remedy: 'Keep one of the two.',
  };
}

function unknownSeeAlso(
  { file, id, lineOf }: Entry<Term>,
  { seeAlso }: Term,
  names: ReadonlySet<string>,
): Problem[] {
  return seeAlso.flatMap((word, index) => {
    if (names.has(word) && word !== id) return [];
    const near = nearest(
      word,
      [...names].filter((name) => name !== id),
    );
    return [
      {
        code: 'term-see-also',
        file,
        line: lineOf(`seeAlso.${index}`),
        id,
        received: word,
        expected: 'another term of the glossary',
        remedy: near === null ? 'Remove it, or define it.' : `Write ${near}.`,
      },
    ];
  });
}

function withoutSource({ file, id, lineOf }: Entry<Term>, { source, status }: Term): Problem[] {
  if (status === 'general-knowledge' || source !== undefined) return [];
  return [
    {
      code: 'data-source',
      file,
      line: lineOf('status'),
      id,
      received: `status ${status} and no source`,
      expected: 'a source, or the status general-knowledge',
      remedy: 'Name the source that says it.',
    },
  ];
}
