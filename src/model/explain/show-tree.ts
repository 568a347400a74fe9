import type { MemoryName } from '../arch/memory-name.ts';
import type { Decision } from '../kvm/decisions.ts';
import type { Actor } from '../machine/machine.ts';
import type { Property } from '../machine/properties.ts';
import type { StateView } from '../machine/view.ts';
import type { TraceVerdict } from './traces/judgement.ts';

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

/** One move of a trace, for people. */
export interface ShowMove {
  /** The name of the rule; empty where it is not told. */
  readonly move: string;
  /** Who moves; null where it is not told. */
  readonly actor: Actor | null;
  readonly label: string;
  /** Why it can happen, as one plain sentence; empty where it is not told. */
  readonly reason: string;
  /** What is where after the move, in words; empty where it is not told. */
  readonly state: string;
  /** The same as data, for a drawing; null where it is no page. */
  readonly view: StateView | null;
  readonly source: readonly string[];
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
  | {
      readonly kind: 'trace';
      readonly title: string;
      /** What the last move breaks, where it is a property of a page. */
      readonly property: Property | null;
      readonly verdict: TraceVerdict;
      readonly verdictWord: string;
      readonly facts: readonly Fact[];
      /** Empty where the property holds. */
      readonly moves: readonly ShowMove[];
    }
  | { readonly kind: 'value'; readonly text: string };
