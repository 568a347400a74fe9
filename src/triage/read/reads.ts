import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const WORK =
  /\b(?:guest )?reads?(?: access(?:es)?)?(?: (?:of|from|to) [\w ]{1,30})? (?:works?|worked|succeeds?|succeeded|(?:is|are|was|were) (?:fine|ok|okay))\b|\bread-?only access works\b|\breading (?:it |the page |the same page )?(?:works|is fine)\b/i;
const FAIL =
  /\breads? (?:of the same page )?(?:fails?|failed|crash(?:es|ed)?)(?: too| as well)\b|\b(?:even|already) (?:a |the )?(?:first )?reads? (?:fails?|failed)\b/i;

const worksIn = (text: string): '0' | '1' | null =>
  WORK.test(text) ? '1' : FAIL.test(text) ? '0' : null;

/** Whether a read of the same page works, as people say it. */
export function readReads(lines: readonly Line[], book: Notebook): void {
  if (!book.complains) return;
  for (const { text, low, number } of lines) {
    const works = low.includes('read') ? book.once(worksIn, text) : null;
    if (works !== null) book.fact('readsWork', works, number);
  }
}
