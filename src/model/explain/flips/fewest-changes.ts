import type { Decision, Question } from '../../kvm/decisions.ts';
import type { KernelName } from '../../kvm/kernels/registry.ts';
import { questionRules } from '../../kvm/questions.ts';
import { singleChanges, type Change } from './changes.ts';
import { choose } from './choose.ts';

/** A smallest set of changes that gives another answer, with that answer. */
export interface Flip {
  readonly changes: readonly Change[];
  readonly decision: Decision;
}

/**
 * Every smallest set of changes of an input after which `wanted` holds of the answer, found by trying
 * all of them: first every single change, then every pair, up to `most` together. `wanted` is given the
 * answer as it is now, too. Ranges of VMAs and slots are not changed. Empty for bad input, and where no
 * set of that size does it.
 */
export function fewestChanges(
  question: Question,
  kernel: KernelName,
  input: object,
  most: number,
  wanted: (then: Decision, now: Decision) => boolean,
): Flip[] {
  const rules = questionRules(question);
  if (rules === null) return [];
  const ask = (changed: object): Decision => rules.ask(kernel, changed as never);
  const now = ask(input);
  if (now.verdict === 'invalid') return [];
  const candidates = singleChanges(rules.fields, input as Readonly<Record<string, unknown>>);
  for (let size = 1; size <= most; size++) {
    const flips: Flip[] = [];
    for (const changes of choose(candidates, size)) {
      const decision = ask(changes.reduce((changed, c) => c.apply(changed), { ...input }));
      if (decision.verdict === 'invalid' || !wanted(decision, now)) continue;
      flips.push({
        changes: changes.map(({ field, from, to }) => ({ field, from, to })),
        decision,
      });
    }
    if (flips.length > 0) return flips;
  }
  return [];
}
