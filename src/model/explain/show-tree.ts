import type { MemoryName } from '../arch/memory-name.ts';
import type { Decision } from '../kvm/decisions.ts';

/** A fact for people: a label and its value. */
export type Fact = readonly [label: string, value: string];

/** A step for people. */
export interface ShowStep {
  /** The check as the kernel or the manual writes it. */
  readonly check: string;
  readonly in: string;
  /** The step as one plain sentence. */
  readonly sentence: string;
  /** What the check looked at, in words. */
  readonly inputs: string;
  readonly answer: string;
  readonly source: readonly string[];
  readonly decides: boolean;
}

/** What a renderer needs to draw a value of the model, without a DOM. */
export type ShowTree =
  | {
      readonly kind: 'decision';
      readonly title: string;
      readonly verdict: Decision['verdict'];
      /** The verdict in words, with the place where it falls: "refused at the memslot". */
      readonly verdictWord: string;
      readonly errno: string | null;
      readonly memory: MemoryName | null;
      readonly facts: readonly Fact[];
      readonly steps: readonly ShowStep[];
    }
  | {
      readonly kind: 'attributes';
      readonly title: string;
      readonly memory: MemoryName;
      readonly facts: readonly Fact[];
      /** Other permitted answers, as short labels. */
      readonly alternatives: readonly string[];
      readonly steps: readonly ShowStep[];
    }
  | { readonly kind: 'value'; readonly text: string };
