import { policyNamed } from '../model/index.ts';
import type { ModelError } from '../model/index.ts';
import { differences } from './differ.ts';
import type { Difference } from './differ.ts';
import { judgePolicy } from './judge.ts';
import type { Judged } from './judge.ts';
import { answering } from './questions.ts';
import type { Given } from './questions.ts';

/** What is to be judged: the answers of a policy, and the named one that it is compared with. */
export interface Asking {
  readonly given: readonly Given[];
  readonly other: string;
}

/** What came of it: verdicts and differences, or why an answer is none. Plain data. */
export type Verdicts =
  | { readonly judged: Judged; readonly differs: readonly Difference[] }
  | { readonly error: ModelError };

/** Judges a policy by what it answered, on each host for each guest, and compares it. Pure. */
export function judging({ given, other }: Asking): Verdicts {
  const mine = answering('yours', given);
  const judged = judgePolicy(mine);
  if ('code' in judged) return { error: judged };
  const named = policyNamed(other);
  const theirs = 'code' in named ? named : judgePolicy(named);
  const differs =
    'code' in theirs || 'code' in named
      ? []
      : differences(mine, named, { mine: judged, other: theirs });
  return { judged, differs };
}
