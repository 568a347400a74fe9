import type { ModelError } from '../base/error.ts';
import type { Field } from '../base/field.ts';
import { readFields } from '../base/read-fields.ts';
import { BadInput, readInput } from '../base/read-input.ts';
import { Trace } from '../base/step.ts';
import type { DecisionOf } from './decision.ts';
import { errnoName } from './errno.ts';
import { rulesOf, unknownKernel, withRelease, type NamedRules } from './kernels/registry.ts';

type AnyDecision = DecisionOf<string, string>;

/** What a decision says beside the fields that every decision has. */
export type Own<D extends AnyDecision> = Omit<D, keyof AnyDecision>;

/** What the rules of a question answer. */
export type Outcome<D extends AnyDecision> = Own<D> & {
  readonly verdict: Exclude<D['verdict'], 'invalid'>;
  readonly ret: number | null;
};

/** One question about the kernel: what it takes, and the rules that answer it. */
export interface Asked<Query, D extends AnyDecision> {
  readonly question: D['question'];
  /** The fields of the input; `Query` is what reading them gives. */
  readonly fields: readonly Field[];
  /** The fields of the answer to bad input. */
  readonly nothing: Own<D>;
  /** What is wrong with fields that are right one by one. */
  readonly wrong?: (q: Query, rules: NamedRules) => ModelError | null;
  readonly decide: (q: Query, rules: NamedRules, trace: Trace) => Outcome<D>;
}

/** Reads kernel and input, asks the rules and marks the step that decided. Never throws. */
export function ask<Query, D extends AnyDecision>(
  asked: Asked<Query, D>,
  kernel: unknown,
  input: unknown,
): D {
  const rules = rulesOf(kernel);
  if (rules === null) return invalid(asked, null, unknownKernel(kernel));
  const { question, fields } = asked;
  const read = readInput(fields, input, (r, raw) => readFields(r, fields, raw));
  if (read instanceof BadInput) return invalid(asked, rules.name, read.error);
  const q = read as Query; // as far as the fields say what Query says
  const error = asked.wrong?.(q, rules) ?? null;
  if (error) return invalid(asked, rules.name, error);
  const trace = new Trace();
  const { verdict, ret, ...own } = asked.decide(q, rules, trace);
  trace.decided();
  const common = { question, kernel: rules.name, verdict, ret, errno: errnoName(ret) };
  // TypeScript cannot see that a decision taken apart and put together is a decision.
  return withRelease(rules, { ...common, ...own, because: trace.steps }) as unknown as D;
}

function invalid<Query, D extends AnyDecision>(
  { question, nothing }: Asked<Query, D>,
  kernel: DecisionOf<string, string>['kernel'],
  error: ModelError,
): D {
  const common = { question, kernel, verdict: 'invalid', ret: null, errno: null };
  return { ...common, ...nothing, because: [], error } as unknown as D;
}
