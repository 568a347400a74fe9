import type { ModelError } from '../../base/error.ts';
import type { Question } from '../../kvm/decisions.ts';
import { rulesOf, unknownKernel, type KernelName } from '../../kvm/kernels/registry.ts';
import { sameAnswer } from '../answer.ts';
import { DifferenceGroups, type Difference } from './difference-groups.ts';
import { inputsOf } from './domain.ts';
import { finite, isError } from './whole-table.ts';

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
export function diffKernels(question: Question, a: KernelName, b: KernelName): KernelDiff {
  const asked = finite(question);
  if (isError(asked)) return failed(asked);
  const [before, after] = [rulesOf(a), rulesOf(b)];
  if (before === null) return failed(unknownKernel(a));
  if (after === null) return failed(unknownKernel(b));
  const { rules, domain } = asked;
  const groups = new DifferenceGroups();
  let [compared, onlyA, onlyB] = [0, 0, 0];
  for (const input of inputsOf(domain)) {
    const x = rules.ask(before.name, input as never);
    const y = rules.ask(after.name, input as never);
    if (x.verdict === 'invalid' || y.verdict === 'invalid') {
      if (x.verdict !== 'invalid') onlyA += 1;
      if (y.verdict !== 'invalid') onlyB += 1;
      continue;
    }
    compared += 1;
    if (!sameAnswer(x, y)) groups.add({ input, a: x, b: y });
  }
  return { question, compared, onlyA, onlyB, fixed: domain.fixed, differences: groups.list() };
}

function failed(error: ModelError): KernelDiff {
  const none = { compared: 0, onlyA: 0, onlyB: 0, fixed: [], differences: [] };
  return { question: null, ...none, error };
}
