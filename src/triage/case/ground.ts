import { LONGEST_QUOTE } from '../limits.ts';

/** What something rests on: a line of the text, or, where `line` is null, a choice or the state of the facts. */
export interface Ground {
  readonly line: number | null;
  readonly words: string;
}

/** A ground with words that are short enough to be repeated. */
export function ground(line: number | null, words: string): Ground {
  return { line, words: words.slice(0, LONGEST_QUOTE) };
}
