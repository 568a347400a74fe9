import * as fc from 'fast-check';
import {
  KERNELS,
  QUESTIONS,
  type Accepts,
  type Field,
  type Kernel,
  type Question,
} from 'stage-two';

/** A question with a kernel and an input that its fields allow. */
export interface Asked {
  readonly question: Question;
  readonly kernel: Kernel;
  readonly input: Record<string, unknown>;
}

/** Every question, of every kernel, with any input that the fields of the question allow. */
export const asked: fc.Arbitrary<Asked> = fc
  .constantFrom(...(Object.keys(QUESTIONS) as Question[]))
  .chain((question) =>
    fc.record({
      question: fc.constant(question),
      kernel: fc.constantFrom(...KERNELS),
      input: inputs(QUESTIONS[question].fields),
    }),
  );

/** The answer to a question, whatever the input is. */
export function answer(question: Question, kernel: unknown, input: unknown) {
  return QUESTIONS[question].ask(kernel as Kernel, input as never);
}

/** An input with the given fields; those that may be left out sometimes are. */
export function inputs(fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(fields.map((field) => [field.name, value(field.accepts)]));
  const requiredKeys = fields.filter((field) => field.absent === 'required').map((f) => f.name);
  return fc.record(model, { requiredKeys });
}

function value(accepts: Accepts): fc.Arbitrary<unknown> {
  switch (accepts.kind) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...accepts.values);
    case 'number':
      return fc.constantFrom(...accepts.values);
    case 'integer': {
      const numbers = fc.integer({
        min: accepts.min,
        max: Math.min(accepts.max, accepts.min + 40),
      });
      return accepts.names ? fc.oneof(numbers, fc.constantFrom(...accepts.names)) : numbers;
    }
    case 'record':
      return accepts.orNull ? fc.option(inputs(accepts.fields)) : inputs(accepts.fields);
    case 'list':
      return fc.array(inputs(accepts.fields), { maxLength: 4 });
  }
}
