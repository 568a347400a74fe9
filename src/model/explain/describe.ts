import type { Combined } from '../arch/combine/combined.ts';
import type { Decision } from '../kvm/decisions.ts';
import { archTree, isArchValue } from './arch-trees.ts';
import { describeIn } from './describe-in.ts';
import { drawable, drawn } from './drawable.ts';
import { explainIn } from './explain-in.ts';
import { FULL_LANGUAGE } from './full-language.ts';
import { treeInShort } from './in-short.ts';
import { renderTree } from './render-tree.ts';
import type { ShowTree } from './show-tree.ts';
import { traceTree } from './traces/trace-tree.ts';

/**
 * Any value as a tree that a renderer can draw. Values that the model did not make, or that miss a
 * field, become kind 'value'. Never throws, whatever it is given.
 */
export const describe = (value: unknown): ShowTree => drawable(value, tree);

/**
 * The steps of an answer as plain sentences, one a step. The sentence of the step that decided
 * also says what follows. An answer to bad input has no steps: its error is the sentence.
 * Empty for a value that is no answer of the model; never throws.
 */
export function explain(answer: Decision | Combined): string[] {
  return explainIn(FULL_LANGUAGE, answer);
}

/** What the end of a question means for whoever asked; appended to the step that decided. */
export function consequence(decision: Decision): string {
  return FULL_LANGUAGE.consequence(decision);
}

/**
 * Any value of the model as text for a terminal, a page without scripts and a baked output:
 * the verdict or the memory first, then facts, then numbered steps with their sources.
 * Never throws.
 */
export function renderText(value: unknown): string {
  return renderTree(describe(value));
}

/**
 * An answer of the model in a few words, as a cell of a table has them: "mapped WB", "refused EINVAL",
 * "leaks". Null for a value that the model did not make; never throws.
 */
export function inShort(value: unknown): string | null {
  const answer = drawn(value, tree);
  return answer && treeInShort(answer);
}

function tree(value: unknown): ShowTree | null {
  const searched = traceTree(value);
  if (searched) return searched;
  return isArchValue(value) ? archTree(value) : describeIn(FULL_LANGUAGE, value);
}
