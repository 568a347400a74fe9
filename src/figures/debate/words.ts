import type { Decision, FaultDecision } from '../../model/index.ts';
import { decisionKey } from '../../observations/key.ts';
import type { Cell } from './answer.ts';

/** Names of a list in a sentence. */
export function listed(names: readonly string[]): string {
  const [last = '', ...rest] = names.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
}

/** A decision of a kernel as its sign, and the error where there is one. */
export function decided(decision: Decision, word = decision.verdict.replace('-', ' ')): Cell {
  const { verdict, errno } = decision;
  const key = decisionKey(decision);
  return { verdict, key, word: errno === null ? word : `${word} ${errno}` };
}

/** A fault with the type that it maps. */
export function faulted(decision: FaultDecision): Cell {
  const { verdict, mapping } = decision;
  return decided(decision, mapping === null ? verdict : `mapped ${mapping.memType}`);
}
