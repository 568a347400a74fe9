import type { CHAPTERS } from '../chapters.ts';
import type { ReasonId } from './reason.ts';

/** How to make sure of a reason, and how to mend it. */
interface Advice {
  /** What to look at or to try. */
  readonly confirm: string;
  /** What mends it. */
  readonly remedy: string;
  /** What one types on the host to look; null where no command shows it. */
  readonly command: string | null;
}

/** What is said of one reason for which something fails, or is only surprising. */
export interface Words extends Advice {
  /** What is wrong, in a sentence. */
  readonly title: string;
  readonly chapter: keyof typeof CHAPTERS;
  /** Ids of sources. */
  readonly source: readonly string[];
  readonly status: 'confirmed' | 'inferred';
  /** The first release in which it can happen; null where every release has it. */
  readonly since: string | null;
  /** The last release in which it can happen; null where the newest has it too. */
  readonly until: string | null;
  /** Advice that holds instead where the rules of the reason name it. */
  readonly where?: Readonly<Record<string, Partial<Advice>>>;
}

/** The words of all reasons. They are data, in `words.json`, so that a page loads them beside its code. */
export type AllWords = Readonly<Record<ReasonId, Words>>;

/** What stands in for words that are missing, in an answer that is not shown. */
export const UNSAID: Words = {
  title: '',
  confirm: '',
  remedy: '',
  command: null,
  chapter: 'line',
  source: [],
  status: 'confirmed',
  since: null,
  until: null,
};

/** Gives the words of a reason as they hold for what is known. */
export type WordsHere = (id: ReasonId) => Words;

/** The words of a reason, with the advice that its rules name; who has one advice is not asked. */
export function wordsAs(words: Words, named: () => string | null): Words {
  const name = words.where ? named() : null;
  return name === null ? words : { ...words, ...words.where?.[name] };
}
