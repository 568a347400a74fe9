import type { TermIndex } from '../astro/term-marks.ts';
import type { Problem } from '../problems.ts';
import { checkGoals } from './goal-check.ts';
import { checkQuestionOrder, type Order } from './question-order.ts';
import { checkOrigins } from './question-origin.ts';
import { checkShares } from './question-shares.ts';

/** What the checks of all pages owe together: their order, where what is wrong comes from, goals, shares. */
export function checkAsked(
  order: Order,
  terms: TermIndex,
  named: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  return [
    ...checkQuestionOrder(order, terms, named),
    ...checkOrigins(order.pages),
    ...checkGoals(order.pages),
    ...checkShares(order.pages),
  ];
}
