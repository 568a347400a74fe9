import type { Step } from '../../base/step.ts';
import type { Decision } from '../../kvm/decisions.ts';

/** The step at which each of two kernels leaves the way of the other; null where it has none. */
export interface Cause {
  readonly a: Step | null;
  readonly b: Step | null;
}

/**
 * What makes two decisions differ. Where the verdicts differ that is the step that decided; where
 * they are the same it is the first step at which the ways part.
 */
export function causeOf(a: Decision, b: Decision): Cause {
  if (a.verdict !== b.verdict) return { a: decider(a), b: decider(b) };
  const at = parting(a.because, b.because);
  return { a: a.because[at] ?? null, b: b.because[at] ?? null };
}

const decider = ({ because }: Decision): Step | null => because.find((s) => s.decides) ?? null;

/** The first place at which two ways differ in what is asked or in what is answered. */
function parting(a: readonly Step[], b: readonly Step[]): number {
  const at = a.findIndex(
    ({ check, answer }, i) => check !== b[i]?.check || answer !== b[i]?.answer,
  );
  return at === -1 ? a.length : at;
}
