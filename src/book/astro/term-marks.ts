import type { Page } from '../page/page.ts';
import { termId, type Term } from '../lists/term.ts';

/** A term where prose first names it: letters `from` to `to` of piece number `piece`. */
export interface TermMark {
  readonly id: string;
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/** One piece of prose; code counts where the whole of it is the term. */
export interface Piece {
  readonly value: string;
  readonly code: boolean;
}

/** Finds terms by all their spellings, the longest first, as whole words with their capitals. */
export class TermIndex {
  readonly #ids = new Map<string, string>();
  readonly #pattern: RegExp;

  constructor(terms: readonly Term[]) {
    for (const { term, aliases = [] } of terms)
      for (const word of [term, ...aliases]) this.#ids.set(word, termId(term));
    const words = [...this.#ids.keys()].sort((a, b) => b.length - a.length);
    const any = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|');
    this.#pattern = new RegExp(`(?<![\\w-])(?:${any || '(?!)'})(?![\\w-])`, 'g');
  }

  /** The anchor of a spelling; undefined where the glossary lacks it. */
  idOf(word: string): string | undefined {
    return this.#ids.get(word);
  }

  /** Every spelling. */
  words(): Iterable<string> {
    return this.#ids.keys();
  }

  /** The first place of each term in the prose of a page; those in `named` are marked by hand. */
  marks(prose: readonly Piece[], named: readonly string[]): TermMark[] {
    const seen = new Set(named);
    return prose.flatMap(({ value, code }, piece) => {
      const found = code
        ? [{ word: value, from: 0 }]
        : [...value.matchAll(this.#pattern)].map((match) => ({
            word: match[0],
            from: match.index,
          }));
      return found.flatMap(({ word, from }) => {
        const id = this.#ids.get(word);
        if (id === undefined || seen.has(id)) return [];
        seen.add(id);
        return [{ id, piece, from, to: from + word.length }];
      });
    });
  }
}

/** Anchors of the terms that a page names, in its order; those marked by hand first. */
export function termsOf({ elements, prose }: Page, index: TermIndex): string[] {
  const marked = elements.filter(({ name }) => name === 'Term');
  const named = [...new Set(marked.flatMap(({ text }) => index.idOf(text) ?? []))];
  return [...named, ...index.marks(prose, named).map(({ id }) => id)];
}
