import type { Decision, Question } from '../../kvm/decisions.ts';
import type { Fact } from '../show-tree.ts';

/** What a question tells of its decisions where a verdict alone does not say it. */
export interface Telling<D> {
  /** What a decision says beside its verdict; not asked of a decision on bad input. */
  readonly facts?: (decision: D) => Fact[];
  /** What the end means for whoever asked. */
  readonly consequence?: (decision: D) => string;
}

/** The decisions of one question. */
export type Of<Q extends Question> = Extract<Decision, { readonly question: Q }>;

/** Questions and what they tell; a question that has nothing of its own to tell is left out. */
export type Tellings = { readonly [Q in Question]?: Telling<Of<Q>> };
