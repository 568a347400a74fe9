import { verdictClass } from '../../grammar/verdict.ts';
import type { ShownVerdict } from '../../grammar/verdict.ts';
import { judgement } from '../../model/index.ts';
import type { Property } from '../../model/index.ts';
import type { Proof } from './judge.ts';

/** What stands in a cell. */
export interface Sign {
  readonly verdict: ShownVerdict;
  readonly word: string;
  /** Null: the question does not arise. */
  readonly holds: boolean | null;
}

/** signOf gives an answer its sign. Where the question does not arise, the sign is what is in the way. */
export function signOf({ explored, setup }: Proof, property: Property): Sign {
  const { holds } = explored[property];
  const { verdict, word } = judgement(property, holds);
  if (holds !== null) return { verdict, word, holds };
  if (setup.slot !== 'accepted') return { verdict: 'refused', word: 'refused', holds };
  if (setup.mapped === null) return { verdict: 'fails', word: 'fails', holds };
  return { verdict, word: 'no fetch', holds };
}

/** Classes of a sign; what is not asked is drawn without colour. */
export const signClass = ({ verdict, holds }: Sign): string =>
  holds === null ? `${verdictClass(verdict)} vt-null` : verdictClass(verdict);
