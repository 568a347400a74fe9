import { describe } from './describe.ts';
import { renderTree } from './render-tree.ts';

/**
 * Any value of the model as text for a terminal, a page without scripts and a baked output:
 * the verdict or the memory first, then facts, then numbered steps with their sources.
 * Never throws.
 */
export function renderText(value: unknown): string {
  return renderTree(describe(value));
}
