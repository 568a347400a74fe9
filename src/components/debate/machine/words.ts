import type { FaultDecision } from '../../../model/index.ts';
import type { Cell } from './answer.ts';

/** Names of a list in a sentence. */
export function listed(names: readonly string[]): string {
  const [last = '', ...rest] = names.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(', ')} and ${last}`;
}

interface Decided {
  readonly verdict:
    FaultDecision['verdict'] | 'accepted' | 'refused' | 'supported' | 'not-supported';
  readonly errno: string | null;
}

/** A decision of a kernel as its sign, and the error where there is one. */
export function decided({ verdict, errno }: Decided, word = verdict.replace('-', ' ')): Cell {
  return { verdict, word: errno === null ? word : `${word} ${errno}` };
}

/** A fault with the type that it maps. */
export function faulted({ verdict, errno, mapping }: FaultDecision): Cell {
  return decided({ verdict, errno }, mapping === null ? verdict : `mapped ${mapping.memType}`);
}
