import { archTree, isArchValue } from './arch-trees.ts';
import { describeIn, UNREADABLE } from './describe-in.ts';
import { FULL_LANGUAGE } from './full-language.ts';
import type { ShowTree } from './show-tree.ts';
import { traceTree } from './traces/trace-tree.ts';

/**
 * Any value as a tree that a renderer can draw. Values that the model did not make become
 * kind 'value'. Never throws, whatever it is given.
 */
export function describe(value: unknown): ShowTree {
  try {
    const searched = traceTree(value);
    if (searched) return searched;
    return isArchValue(value) ? archTree(value) : describeIn(FULL_LANGUAGE, value);
  } catch {
    return UNREADABLE;
  }
}
