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

/** One question about the kernel: what it takes, and what is wrong with an input. */
export interface Taken<Fields extends readonly Field[], D extends AnyDecision> {
  readonly question: D['question'];
  readonly fields: Fields;
  /** A reader written out by hand, for a question that is asked millions of times. */
  readonly read?: (r: Reader, raw: unknown) => ReadOf<Fields>;
  /** The fields of the answer to bad input. */
  readonly nothing: Own<D>;
  /** What is wrong with fields that are right one by one. */
  readonly wrong?: (q: ReadOf<Fields>, rules: NamedRules) => ModelError | null;
}

/** The same, and the rules that answer it. */
export interface Asked<Fields extends readonly Field[], D extends AnyDecision> extends Taken<
  Fields,
  D
> {
  readonly decide: (q: ReadOf<Fields>, rules: NamedRules, trace: Trace) => Outcome<D>;
}

/** Reads kernel and input, asks the rules and marks the step that decided. Never throws. */
export function ask<Fields extends readonly Field[], D extends AnyDecision>(
  asked: Asked<Fields, D>,
  kernel: unknown,
  input: unknown,
): D {
  return answered(asked, kernel, input, (q, rules) => {
    const trace = new Trace();
    const outcome: Outcome<D> & Readonly<Record<string, unknown>> = asked.decide(q, rules, trace);
    trace.decided();
    const { question, nothing } = asked;
    const { verdict, ret } = outcome;
    const decision: Record<string, unknown> = {
      question,
      kernel: rules.name,
      verdict,
      ret,
      errno: errnoName(ret),
    };
    for (const name in nothing) decision[name] = outcome[name];
    decision['because'] = trace.steps;
    // TypeScript cannot see that what every decision has and what this one has is a decision.
    return decision as unknown as D;
  });
}

/** The same, where `answer` puts the decision together by name: that is faster. */
export function answered<Fields extends readonly Field[], D extends AnyDecision>(
  taken: Taken<Fields, D>,
  kernel: unknown,
  input: unknown,
  answer: (q: ReadOf<Fields>, rules: NamedRules) => D,
): D {
  const rules = rulesOf(kernel);
  if (rules === null) return invalid(taken, null, unknownKernel(kernel));
  const { fields, read } = taken;
  const q = readInput(fields, input, read ?? ((r, raw) => readFields(r, fields, raw)));
  if (q instanceof BadInput) return invalid(taken, rules.name, q.error);
  const error = taken.wrong?.(q, rules) ?? null;
  return error ? invalid(taken, rules.name, error) : withRelease(rules, answer(q, rules));
}

function invalid<D extends AnyDecision>(
  { question, nothing }: Pick<Taken<readonly Field[], D>, 'question' | 'nothing'>,
  kernel: AnyDecision['kernel'],
  error: ModelError,
): D {
  const common = { question, kernel, verdict: 'invalid', ret: null, errno: null };
  return { ...common, ...nothing, because: [], error } as unknown as D;
}
