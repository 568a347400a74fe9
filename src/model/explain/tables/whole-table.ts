import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import type { Decision, Question } from '../../kvm/decisions.ts';
import {
  rulesOf,
  unknownKernel,
  type Kernel,
  type KernelName,
} from '../../kvm/kernels/registry.ts';
import { QUESTIONS, questionRules, type QuestionRules } from '../../kvm/questions.ts';
import { domainOf, inputsOf, sizeOf, type Domain } from './domain.ts';

/** One row: an input, and what the kernel answers. */
export interface TableRow {
  /** Every varied field that is not left out; ready to be asked again. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly decision: Decision;
}

/** All answers of one kernel to one question. */
export interface WholeTable {
  readonly question: Question | null;
  readonly kernel: Kernel | null;
  /** How many inputs the fields span; those that exclude each other are no rows. */
  readonly inputs: number;
  /** Fields that are left out of every row, because they have no end: ranges, sizes, nesting. */
  readonly fixed: readonly string[];
  /** The rows, asked while they are read; can be read again. */
  readonly rows: Iterable<TableRow>;
  /** Why there is no table. */
  readonly error?: ModelError;
}

/**
 * All rows of a finite question: every input that its fields span, with the answer. `rows` is lazy,
 * since the fault alone has millions. Records that may be left out stay out, and a list of VMAs
 * holds one. An `error` of code 'not-finite' where a field that is needed
 * has no end, or the inputs are more than can be tried out.
 */
export function wholeTable(question: Question, kernel: KernelName): WholeTable {
  const asked = finite(question);
  if (isError(asked)) return nothing(asked);
  const followed = rulesOf(kernel);
  if (followed === null) return nothing(unknownKernel(kernel));
  const { rules, domain } = asked;
  return {
    question,
    kernel: followed.name,
    inputs: sizeOf(domain),
    fixed: domain.fixed,
    rows: { [Symbol.iterator]: () => rowsOf(rules, domain, followed.name) },
  };
}

/** A table of more inputs than this takes longer than a reader waits. */
const MOST_INPUTS = 2_500_000;

/** A question with the inputs that its fields span. */
export interface Finite {
  readonly rules: QuestionRules;
  readonly domain: Domain;
}

/** The inputs of a question, or why they have no end. */
export function finite(question: unknown): Finite | ModelError {
  const rules = questionRules(question);
  if (rules === null) return unknownQuestion(question);
  const domain = domainOf(rules.fields);
  if (domain.endless !== null) {
    return notFinite(
      question,
      `a question whose fields have few values; ${domain.endless} has no end`,
    );
  }
  const size = sizeOf(domain);
  return size <= MOST_INPUTS
    ? { rules, domain }
    : notFinite(question, `a question of at most ${MOST_INPUTS} inputs; this one has ${size}`);
}

export function isError(asked: Finite | ModelError): asked is ModelError {
  return 'code' in asked;
}

function* rowsOf(rules: QuestionRules, domain: Domain, kernel: Kernel): Generator<TableRow> {
  for (const input of inputsOf(domain)) {
    const decision = rules.ask(kernel, input as never);
    if (decision.verdict !== 'invalid') yield { input, decision };
  }
}

function nothing(error: ModelError): WholeTable {
  return { question: null, kernel: null, inputs: 0, fixed: [], rows: [], error };
}

function unknownQuestion(question: unknown): ModelError {
  const names = Object.keys(QUESTIONS).join(', ');
  return inputError(
    'unknown-question',
    'question',
    question,
    `one of ${names}`,
    "'checkExtension'",
    'Ask one of these.',
  );
}

function notFinite(question: unknown, wanted: string): ModelError {
  return inputError(
    'not-finite',
    'question',
    question,
    wanted,
    "'checkExtension'",
    'Ask with the inputs that you care about, one by one.',
  );
}
