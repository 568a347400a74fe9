import type { Subject } from '../case/subject.ts';
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
  /** By its name in the list of chapters. */
  readonly chapter: string;
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

/** What an error leaves: the reasons of one end of one call, in the order in which to try them. */
export interface Row {
  readonly of: Subject;
  /** How it ended; null for any end. */
  readonly ends: readonly string[] | null;
  /** Of an error without its call: what a person means by it is mostly a call on memory. */
  readonly leaves: readonly ReasonId[];
}

/** What is known of all reasons beside their rules. It is data, in `reasons.json`, so that a page loads it beside its code. */
export interface ReasonData {
  /** The chapters that reasons lead to, or places in them. The check of the content holds that each is there. */
  readonly chapters: Readonly<Record<string, string>>;
  /** The list of the field: which reasons an error, an exit, an answer or a kind of fault leaves. */
  readonly leaves: readonly Row[];
  /** The order in which the kernel asks: where several checks are sure to fail, the first gave the error. */
  readonly order: readonly ReasonId[];
  readonly words: Readonly<Record<ReasonId, Words>>;
}

/** As long as it is missing no reason is known, and an answer without any is not shown. */
export const NONE: ReasonData = {
  chapters: {},
  leaves: [],
  order: [],
  words: {} as ReasonData['words'],
};

/** Gives the words of a reason as they hold for what is known. */
export type WordsHere = (id: ReasonId) => Words;

/** The words of a reason, with the advice that its rules name; who has one advice is not asked. */
export function wordsAs(words: Words, named: () => string | null): Words {
  const name = words.where ? named() : null;
  return name === null ? words : { ...words, ...words.where?.[name] };
}
