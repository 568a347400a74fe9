import { archTree, isArchValue } from './arch-trees.ts';
import { describeIn } from './describe-in.ts';
import { drawable } from './drawable.ts';
import { FULL_LANGUAGE } from './full-language.ts';
import type { ShowTree } from './show-tree.ts';
import { traceTree } from './traces/trace-tree.ts';

/**
 * Any value as a tree that a renderer can draw. Values that the model did not make, or that miss a
 * field, become kind 'value'. Never throws, whatever it is given.
 */
export const describe = (value: unknown): ShowTree => drawable(value, tree);

function tree(value: unknown): ShowTree {
  const searched = traceTree(value);
  if (searched) return searched;
  return isArchValue(value) ? archTree(value) : describeIn(FULL_LANGUAGE, value);
}
