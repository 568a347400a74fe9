import type { Decision } from '../../kvm/decisions.ts';
import { decisionMemory } from '../decision-facts.ts';
import { causeOf, type Cause } from './cause.ts';

/** Inputs that two kernels answer differently for the same reason. */
export interface Difference {
  readonly cause: Cause;
  /** How many inputs. */
  readonly count: number;
  /** The one of them that says least: most fields left at their defaults. */
  readonly example: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly a: Decision;
    readonly b: Decision;
  };
}

interface Group extends Difference {
  cause: Cause;
  count: number;
  example: Difference['example'];
  /** Fields of the example that are not at their defaults. */
  said: number;
}

/** Groups differences by cause: what each kernel answers, and the step that makes it. */
export class DifferenceGroups {
  readonly #groups = new Map<string, Group>();

  add(example: Difference['example']): void {
    const { input, a, b } = example;
    const cause = causeOf(a, b);
    const key = [outcome(a), cause.a?.check, outcome(b), cause.b?.check].join('\n');
    const said = fieldsSaid(input);
    const group = this.#groups.get(key);
    if (!group) {
      this.#groups.set(key, { cause, count: 1, example, said });
      return;
    }
    group.count += 1;
    if (said < group.said) Object.assign(group, { example, cause, said });
  }

  /** Most inputs first. */
  list(): Difference[] {
    return [...this.#groups.values()]
      .map(({ cause, count, example }) => ({ cause, count, example }))
      .toSorted((left, right) => right.count - left.count);
  }
}

const outcome = (decision: Decision): string =>
  [decision.verdict, decision.errno, decisionMemory(decision)].join(' ');

/** How much an input says: plain values that are set, in records and lists too. */
function fieldsSaid(value: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object') return value === false || value === 0 ? 0 : 1;
  return Object.values(value).reduce((sum: number, inner) => sum + fieldsSaid(inner), 0);
}
