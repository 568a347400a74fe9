import { playTrace } from '../figures/stepper/play.ts';
import { describe } from '../model/index.ts';
import type { Worst } from './judge.ts';

/** A player of a shortest way to break something; null where there are no steps to play. */
export function playWorst({ explored }: Worst): HTMLElement | null {
  const tree = describe(explored);
  return tree.kind === 'trace' ? playTrace(tree) : null;
}
