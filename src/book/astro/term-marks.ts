import type { Element, Page } from '../page/page.ts';
import { reasonList, reasonTexts } from '../page/reason-list.ts';
import { termId, type Term } from '../lists/term.ts';

/** A term in a text: its anchor, and the letters `from` to `to`. */
export interface TermSpan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** A term where prose first names it, in piece number `piece`. */
export interface TermMark extends TermSpan {
  readonly piece: number;
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

/** Anchors of the terms that a page names: marked by hand, in its prose, or beside it. */
export function termsOf(page: Page, index: TermIndex): string[] {
  const named = namedIn(page, index);
  const prose = index.marks(page.prose, named).map(({ id }) => id);
  const beside = Object.values(besideTerms(page, index)).flat();
  return [...new Set([...named, ...prose, ...beside.map(({ id }) => id)])];
}

/** Anchors of the terms that stand with their link above a line: what a reader has met by then. */
export function termsAbove(page: Page, index: TermIndex, line: number): string[] {
  const { elements, prose } = page;
  const named = namedIn(page, index);
  const above = elements.filter((element) => element.line < line);
  const beside = above.flatMap(textsOf);
  const pieces = [
    ...prose.filter((piece) => piece.line < line),
    ...beside.map((value) => ({ value, code: false })),
  ];
  const marked = namedIn({ elements: above }, index);
  return [...marked, ...index.marks(pieces, named).map(({ id }) => id)];
}

/** What an element shows in sentences that are no prose of its page: a caption, a list of reasons. */
function textsOf({ name, attributes }: Element): string[] {
  if (name === 'Reasons') {
    const given = [...attributes].map(([key, value]) => [key, value ?? undefined] as const);
    return reasonTexts(reasonList(Object.fromEntries(given)));
  }
  const caption = attributes.get('caption');
  return caption ? [caption] : [];
}

/**
 * The terms in what stands beside the prose of a page, by the text. One that the prose has named above
 * is left out, so that each is linked where a reader first meets it. A text that stands there twice has
 * the links of its first place.
 */
export function besideTerms(page: Page, index: TermIndex): Record<string, readonly TermSpan[]> {
  const { elements, prose } = page;
  const named = namedIn(page, index);
  const lines = new Map(
    index.marks(prose, named).map(({ id, piece }) => [id, prose[piece]?.line ?? 0] as const),
  );
  const found: Record<string, readonly TermSpan[]> = {};
  const seen = new Set(named);
  for (const element of elements)
    for (const text of textsOf(element)) {
      const above = [...lines].filter(([, at]) => at < element.line).map(([id]) => id);
      const marks = index.marks([{ value: text, code: false }], [...seen, ...above]);
      for (const { id } of marks) seen.add(id);
      found[text] ??= marks.map(({ id, from, to }) => ({ id, from, to }));
    }
  return found;
}

/** Those that the author marked. */
function namedIn({ elements }: Pick<Page, 'elements'>, index: TermIndex): string[] {
  const marked = elements.filter(({ name }) => name === 'Term');
  return [...new Set(marked.flatMap(({ text }) => index.idOf(text) ?? []))];
}
