import type { ModelError } from '../../base/error.ts';
import type { Step } from '../../base/step.ts';
import type { Decision, Question } from '../../kvm/decisions.ts';
import { rulesOf, unknownKernel, type Kernel } from '../../kvm/kernels/registry.ts';
import { decisionMemory } from '../decision-facts.ts';
import { sameAnswer } from '../answer.ts';
import { inputsOf } from './domain.ts';
import { finite, isError } from './whole-table.ts';

/** Inputs that two kernels answer differently for the same reason. */
export interface Difference {
  /** The step at which each kernel leaves the way of the other. */
  readonly cause: { readonly a: Step | null; readonly b: Step | null };
  /** How many inputs. */
  readonly count: number;
  /** The one of them that says least: most fields left at their defaults. */
  readonly example: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly a: Decision;
    readonly b: Decision;
  };
}

/** What changed between two kernels in the answers to one question. */
export interface KernelDiff {
  readonly question: Question | null;
  /** Inputs that both kernels answer. */
  readonly compared: number;
  /** Inputs that only one of them has, such as a guest_memfd slot. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** Fields that were left out of every input, because they have no end. */
  readonly fixed: readonly string[];
  /** Most inputs first; empty where the kernels agree. */
  readonly differences: readonly Difference[];
  readonly error?: ModelError;
}

/**
 * Every input that two kernels answer differently, grouped by cause: what each answers, and the
 * step that makes it. Where the verdicts differ that is the step that decided; where only what is
 * mapped differs it is the first step at which the ways part. Bookkeeping is no answer: see
 * `nearestFlips`. An `error` for an unknown kernel or a question without a finite table.
 */
export function diffKernels(question: Question, a: Kernel, b: Kernel): KernelDiff {
  const asked = finite(question);
  if (isError(asked)) return failed(asked);
  const unknown = [a, b].find((kernel) => rulesOf(kernel) === null);
  if (unknown !== undefined) return failed(unknownKernel(unknown));
  const { rules, domain } = asked;
  const groups = new Map<string, Group>();
  let [compared, onlyA, onlyB] = [0, 0, 0];
  for (const input of inputsOf(domain)) {
    const x = rules.ask(a, input as never);
    const y = rules.ask(b, input as never);
    if (x.verdict === 'invalid' || y.verdict === 'invalid') {
      if (x.verdict !== 'invalid') onlyA += 1;
      if (y.verdict !== 'invalid') onlyB += 1;
      continue;
    }
    compared += 1;
    if (!sameAnswer(x, y)) collect(groups, input, x, y);
  }
  const differences = [...groups.values()]
    .map(({ cause, count, example }) => ({ cause, count, example }))
    .toSorted((left, right) => right.count - left.count);
  return { question, compared, onlyA, onlyB, fixed: domain.fixed, differences };
}

interface Group extends Difference {
  count: number;
  example: Difference['example'];
  /** Fields of the example that are not at their defaults. */
  said: number;
}

function collect(
  groups: Map<string, Group>,
  input: Readonly<Record<string, unknown>>,
  a: Decision,
  b: Decision,
): void {
  const cause = causeOf(a, b);
  const key = [outcome(a), place(cause.a), outcome(b), place(cause.b)].join('\n');
  const said = fieldsSaid(input);
  const group = groups.get(key);
  if (!group) {
    groups.set(key, { cause, count: 1, example: { input, a, b }, said });
    return;
  }
  group.count += 1;
  if (said < group.said) Object.assign(group, { example: { input, a, b }, cause, said });
}

function causeOf(a: Decision, b: Decision): Difference['cause'] {
  if (a.verdict !== b.verdict) return { a: decider(a), b: decider(b) };
  const at = parting(a.because, b.because);
  return { a: a.because[at] ?? null, b: b.because[at] ?? null };
}

const decider = ({ because }: Decision): Step | null => because.find((s) => s.decides) ?? null;

/** The first place at which two ways differ in what is asked or in what is answered. */
function parting(a: readonly Step[], b: readonly Step[]): number {
  const at = a.findIndex(
    (step, i) => place(step) !== place(b[i] ?? null) || step.answer !== b[i]?.answer,
  );
  return at === -1 ? a.length : at;
}

const place = (step: Step | null): string => (step === null ? 'no check' : step.check);

const outcome = (decision: Decision): string =>
  [decision.verdict, decision.errno, decisionMemory(decision)].join(' ');

/** How much an input says: plain values that are set, in records and lists too. */
function fieldsSaid(value: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object') return value === false || value === 0 ? 0 : 1;
  return Object.values(value).reduce((sum: number, inner) => sum + fieldsSaid(inner), 0);
}

function failed(error: ModelError): KernelDiff {
  const none = { compared: 0, onlyA: 0, onlyB: 0, fixed: [], differences: [] };
  return { question: null, ...none, error };
}
