import type { ModelError } from '../base/error.ts';
import type { Field, ReadOf } from '../base/field.ts';
import { readFields } from '../base/read-fields.ts';
import { BadInput, readInput } from '../base/read-input.ts';
import type { Reader } from '../base/reader.ts';
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
export interface Asked<
  Fields extends readonly Field[],
  D extends AnyDecision,
  Query = ReadOf<Fields>,
> {
  readonly question: D['question'];
  readonly fields: Fields;
  /** A reader written out by hand, for a question that is asked millions of times. */
  readonly read?: (r: Reader, raw: unknown) => Query;
  /** The fields of the answer to bad input. */
  readonly nothing: Own<D>;
  /** What is wrong with fields that are right one by one. */
  readonly wrong?: (q: Query, rules: NamedRules) => ModelError | null;
  readonly decide: (q: Query, rules: NamedRules, trace: Trace) => Outcome<D>;
}

/** Reads kernel and input, asks the rules and marks the step that decided. Never throws. */
export function ask<Fields extends readonly Field[], D extends AnyDecision, Query>(
  asked: Asked<Fields, D, Query>,
  kernel: unknown,
  input: unknown,
): D {
  const rules = rulesOf(kernel);
  if (rules === null) return invalid(asked, null, unknownKernel(kernel));
  const { question, fields } = asked;
  const byFields = (r: Reader, raw: unknown) => readFields(r, fields, raw) as Query;
  const q = readInput(fields, input, asked.read ?? byFields);
  if (q instanceof BadInput) return invalid(asked, rules.name, q.error);
  const error = asked.wrong?.(q, rules) ?? null;
  if (error) return invalid(asked, rules.name, error);
  const trace = new Trace();
  const { verdict, ret, ...own } = asked.decide(q, rules, trace);
  trace.decided();
  const common = { question, kernel: rules.name, verdict, ret, errno: errnoName(ret) };
  // TypeScript cannot see that a decision taken apart and put together is a decision.
  return withRelease(rules, { ...common, ...own, because: trace.steps }) as unknown as D;
}

function invalid<D extends AnyDecision>(
  { question, nothing }: Pick<Asked<readonly Field[], D>, 'question' | 'nothing'>,
  kernel: DecisionOf<string, string>['kernel'],
  error: ModelError,
): D {
  const common = { question, kernel, verdict: 'invalid', ret: null, errno: null };
  return { ...common, ...nothing, because: [], error } as unknown as D;
}
