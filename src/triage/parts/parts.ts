import type { ReadParts, Shelf } from '../read/parts.ts';
import type { Family } from '../reasons/reason.ts';
import type { ReasonData } from '../reasons/words.ts';
import type * as choices from './choices.ts';

/** Parts of triage that not every text needs. Who has all asks `triage`; a page brings each when it is missing. */
export interface Parts extends ReadParts {
  readonly choices: typeof choices;
  /** The rules of the reasons for which KVM_RUN ends. */
  readonly runs: Family;
  /** The rules of the reasons for which a memslot call fails. */
  readonly slots: Family;
  /** The rules of the reasons for which no call on memory fails. */
  readonly others: Family;
  /** What is known of all reasons: which an error leaves, and what is said of each. */
  readonly reasons: ReasonData;
}

export type PartName = keyof Parts;

/** The parts that are here, and what was asked for and is not. */
export class Kept implements Shelf<Parts> {
  readonly missing = new Set<PartName>();
  readonly #parts: Partial<Parts>;

  constructor(parts: Partial<Parts>) {
    this.#parts = parts;
  }

  get<K extends PartName>(name: K): Parts[K] | null {
    const part = this.#parts[name];
    if (part === undefined) this.missing.add(name);
    return part ?? null;
  }
}
