import type { Decision, Question } from '../../kvm/decisions.ts';
import type { KernelName } from '../../kvm/kernels/registry.ts';
import { questionRules } from '../../kvm/questions.ts';
import { NO_ANSWER } from '../answer.ts';
import { singleChanges, type Candidate, type Change } from './changes.ts';

/** A smallest set of changes that gives another answer, with that answer. */
export interface Flip {
  readonly changes: readonly Change[];
  readonly decision: Decision;
}

/** More changes than this are not tried: no pair of neighbouring answers needs them. */
const MOST_CHANGES = 3;

/**
 * The smallest changes of an input that change the answer, found by trying all of them: first
 * every single change, then every pair, then every three. Answers are compared by verdict, error,
 * mapping and what the guest gets, not by bookkeeping. Ranges of VMAs and slots are not changed.
 * Empty for bad input, and where up to three changes do not change the answer.
 */
export function nearestFlips(question: Question, kernel: KernelName, input: object): Flip[] {
  const rules = questionRules(question);
  if (rules === null) return [];
  const ask = (changed: object): Decision => rules.ask(kernel, changed as never);
  const now = ask(input);
  if (now.verdict === 'invalid') return [];
  const candidates = singleChanges(rules.fields, input as Readonly<Record<string, unknown>>);
  for (let size = 1; size <= MOST_CHANGES; size++) {
    const flips: Flip[] = [];
    for (const changes of choose(candidates, size)) {
      const decision = ask(changes.reduce((changed, c) => c.apply(changed), { ...input }));
      if (decision.verdict === 'invalid' || answerOf(decision) === answerOf(now)) continue;
      flips.push({
        changes: changes.map(({ field, from, to }) => ({ field, from, to })),
        decision,
      });
    }
    if (flips.length > 0) return flips;
  }
  return [];
}

/** What counts as the answer. */
export function answerOf(decision: Decision): string {
  const names = Object.keys(decision).filter((name) => !NO_ANSWER.has(name));
  return JSON.stringify(names.map((name) => decision[name as keyof Decision]));
}

/** Every choice of `size` changes of different fields; no change inside a VMA that is replaced. */
function* choose(all: readonly Candidate[], size: number, from = 0): Generator<Candidate[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i < all.length; i++) {
    const first = all[i] as Candidate;
    for (const rest of choose(all, size - 1, i + 1)) {
      if (rest.every((other) => !overlaps(first.field, other.field))) yield [first, ...rest];
    }
  }
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
