import type { Fact, ShowStep, ShowTree } from './show-tree.ts';
import { describe } from './describe.ts';

/**
 * Any value of the model as text for a terminal, a page without scripts and a baked output:
 * the verdict or the memory first, then facts, then numbered steps with their sources.
 * Never throws.
 */
export function renderText(value: unknown): string {
  return renderTree(describe(value));
}

function renderTree(tree: ShowTree): string {
  switch (tree.kind) {
    case 'value':
      return tree.text;
    case 'attributes': {
      const lines = [`${tree.title}: ${tree.memory}`, ...facts(tree.facts)];
      if (tree.alternatives.length > 0)
        lines.push(...facts([['also permitted', alternatives(tree.alternatives)]]));
      return [...lines, ...steps(tree.steps)].join('\n');
    }
    case 'decision': {
      const parts = [tree.memory ?? '', tree.errno ?? ''].filter((part) => part !== '');
      const verdict = [`${tree.title}: ${tree.verdictWord}`, ...parts].join(', ');
      return [verdict, ...facts(tree.facts), ...steps(tree.steps)].join('\n');
    }
  }
}

function facts(list: readonly Fact[]): string[] {
  const width = Math.max(0, ...list.map(([name]) => name.length));
  return list.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

function steps(list: readonly ShowStep[]): string[] {
  const width = String(list.length).length;
  return list.map(
    (step, i) => `${String(i + 1).padStart(width)}. ${step.sentence} [${step.source.join(', ')}]`,
  );
}

/** A reserved byte permits hundreds of results: the first few stand for all. */
function alternatives(all: readonly string[]): string {
  const shown = all.slice(0, 6).join('; ');
  return all.length > 6 ? `${shown}; and ${all.length - 6} more` : shown;
}
