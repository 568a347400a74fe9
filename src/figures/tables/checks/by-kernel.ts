import { KERNELS, QUESTIONS } from '../../../model/index.ts';
import type { Decision, Kernel } from '../../../model/index.ts';
import { CASES } from './cases.ts';
import type { OrderedQuestion } from './cases.ts';
import { checksInOrder } from './order.ts';
import type { OrderedCheck } from './order.ts';

/** The checks of a question in one kernel, in their order; of one function where it is named. */
export function checksOf(
  question: OrderedQuestion,
  kernel: Kernel,
  where: string | null = null,
): OrderedCheck[] {
  const { ask } = QUESTIONS[question];
  const decisions = CASES[question]()
    .map((input): Decision => ask(kernel, input as never))
    .filter(({ verdict }) => verdict !== 'invalid');
  return checksInOrder(decisions, (step) => where === null || step.in === where);
}

/** The same for each kernel. */
export const checksByKernel = (
  question: OrderedQuestion,
  where: string | null,
): ReadonlyMap<Kernel, OrderedCheck[]> =>
  new Map(KERNELS.map((kernel) => [kernel, checksOf(question, kernel, where)] as const));
