/** A page that fits, as far as it is read here. */
interface Page {
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** An answer of Pagefind: pages, the best first. */
export interface Answer {
  readonly results: readonly { readonly score: number; data(): Promise<Page> }[];
}

export type Ask = (term: string, options?: unknown) => Promise<Answer>;

/** From so many words on a term is a line that somebody pasted, and need not stand anywhere as it is. */
const LINE = 4;
const MOST_WORDS = 12;

/**
 * fitting asks so that an answer fits what was typed. Pagefind takes a word that it does not know for
 * those that begin like it, if only by one letter: such pages do not fit, and there are none. A name with
 * signs in it is asked for as it is and as its parts, and the better answer counts. Of a pasted line the
 * longest words that stand together somewhere are enough.
 */
export function fitting(ask: Ask): Ask {
  const known: Ask = async (term, options) => {
    const answer = await ask(term, options);
    const first = await answer.results[0]?.data();
    return first === undefined || wordsOf(term).every((word) => stands(word, first))
      ? answer
      : { ...answer, results: [] };
  };
  return async (term, options) => {
    const parts = wordsOf(term);
    const apart = parts.join(' ');
    const terms = term.includes('"') || apart === '' ? [term] : [...new Set([term, apart])];
    const answers = await Promise.all(terms.map((one) => known(one, options)));
    const best = answers.reduce((one, other) => (topOf(other) > topOf(one) ? other : one));
    return best.results.length > 0 || parts.length < LINE ? best : await ofLine(parts, best);

    async function ofLine(words: readonly string[], none: Answer): Promise<Answer> {
      const some = [...new Set(words)].slice(0, MOST_WORDS);
      const alone = await Promise.all(some.map((word) => known(word, options)));
      const there = some
        .filter((word, i) => word.length > 2 && (alone[i]?.results.length ?? 0) > 0)
        .toSorted((a, b) => b.length - a.length);
      for (let n = there.length; n > 0; n -= 1) {
        const answer = await known(there.slice(0, n).join(' '), options);
        if (answer.results.length > 0) return answer;
      }
      return none;
    }
  };
}

const topOf = ({ results }: Answer): number => results[0]?.score ?? -1;

const wordsOf = (term: string): string[] => term.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Whether a page has a word, or one that may be the same with another ending. */
function stands(word: string, { content, meta }: Page): boolean {
  if (word.length < 3) return true;
  const ending = /^\d+$/.test(word) ? 0 : word.length < 6 ? 1 : Math.ceil(word.length * 0.4);
  const begin = word.toLowerCase().slice(0, word.length - ending);
  return [content, ...Object.values(meta)].some((text) => text.toLowerCase().includes(begin));
}
