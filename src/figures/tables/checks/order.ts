import type { Decision, Step } from '../../../model/index.ts';
import { topological } from './topological.ts';

/** One way in which a check ends the question. */
export interface End {
  readonly answer: Step['answer'];
  readonly decision: Decision;
}

/** A check of a kernel, in its place, with the ways in which it ends the question. */
export interface OrderedCheck {
  /** A step in which it was asked. */
  readonly step: Step;
  /** Each answer that ended the question, with one decision for it; empty where it never does. */
  readonly ends: readonly End[];
}

interface Found {
  readonly step: Step;
  readonly ends: Map<string, End>;
  readonly before: Set<string>;
}

/** Two ends are one where answer and result are the same. */
const endKey = ({ answer, decision: { verdict, ret } }: End): string =>
  `${answer} ${verdict} ${ret}`;

/**
 * The checks of a kernel in their order, from the steps of its decisions: a check stands behind
 * every check that was ever asked right before it. A kernel makes each check in one place.
 */
export function checksInOrder(
  decisions: readonly Decision[],
  belongs: (step: Step) => boolean = () => true,
): OrderedCheck[] {
  const found = new Map<string, Found>();
  for (const decision of decisions) {
    let last: string | null = null;
    for (const step of decision.because) {
      if (!belongs(step)) continue;
      const known = found.get(step.check) ?? { step, ends: new Map(), before: new Set() };
      found.set(step.check, known);
      if (last !== null) known.before.add(last);
      if (step.decides) addEnd(known, { answer: step.answer, decision });
      last = step.check;
    }
  }
  const before = new Map([...found].map(([check, known]) => [check, known.before] as const));
  return topological(before).flatMap((check) => {
    const known = found.get(check);
    return known ? [{ step: known.step, ends: [...known.ends.values()] }] : [];
  });
}

function addEnd({ ends }: Found, end: End): void {
  const key = endKey(end);
  if (!ends.has(key)) ends.set(key, end);
}
