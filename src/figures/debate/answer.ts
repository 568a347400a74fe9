import type { ShownVerdict } from '../../grammar/verdict.ts';

/** A place of a table: a word, with a sign where the model gave a verdict. */
export interface Cell {
  readonly word: string;
  readonly verdict?: ShownVerdict;
  /** The name of the decision, by which an observation of it is found. */
  readonly key?: string;
}

/** A row with its name; `proof` is the id under which the policies on trial prove the same. */
export interface Row {
  readonly name: string;
  readonly proof?: string;
  readonly cells: readonly Cell[];
}

/** What the model answers to a question of the debate: a table, or the steps of a trace. */
export interface Answer {
  readonly caption: string;
  /** Heads of the columns, the first for the names of the rows. */
  readonly head?: readonly string[];
  readonly rows?: readonly Row[];
  readonly steps?: readonly string[];
  /** A sentence made from the rows. */
  readonly says?: string;
}
