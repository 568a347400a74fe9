import { h } from '../../figures/show/node.ts';
import type { HNode } from '../../figures/show/node.ts';
import type { ShowTree } from '../../model/index.ts';

/** renderShow draws a value of the model as title, facts and steps. */
export function renderShow(tree: ShowTree): HNode {
  if (tree.kind === 'value') return h('pre', {}, tree.text);
  const facts = tree.facts.flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]);
  const steps = tree.steps.map(({ sentence }) => h('li', {}, sentence));
  return h('div', {}, h('b', {}, tree.title), h('dl', {}, ...facts), h('ol', {}, ...steps));
}
