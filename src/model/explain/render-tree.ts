import type { Fact, ShowStep, ShowTree } from './show-tree.ts';
import { movesText } from './traces/render-trace.ts';

/**
 * A tree as text: the verdict or the memory first, then facts, then numbered steps with their
 * sources.
 */
export function renderTree(tree: ShowTree): string {
  switch (tree.kind) {
    case 'value':
      return tree.text;
    case 'attributes': {
      const also: Fact[] =
        tree.alternatives.length > 0 ? [['also permitted', shortened(tree.alternatives)]] : [];
      const lines = [...facts([...tree.facts, ...also]), ...numbered(tree.steps, rule)];
      return [`${tree.memory} (${tree.title})`, ...lines].join('\n');
    }
    case 'trace': {
      const head = `${tree.verdictWord} (${tree.title})`;
      return [head, ...facts(tree.facts), ...movesText(tree)].join('\n');
    }
    case 'decision': {
      const parts = [tree.verdictWord, tree.memory, tree.errno].filter((part) => part !== null);
      const lines = [...facts(tree.facts), ...steps(tree.steps)];
      return [`${parts.join(', ')} (${tree.title})`, ...lines].join('\n');
    }
  }
}

function facts(list: readonly Fact[]): string[] {
  const width = Math.max(0, ...list.map(([name]) => name.length));
  return list.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

/** Numbered sentences; the function in which the checks stand is said where it changes. */
function steps(list: readonly ShowStep[]): string[] {
  const indent = ' '.repeat(String(list.length).length + 2);
  return numbered(list, () => '').flatMap((line, i) => {
    const where = list[i]?.in ?? '';
    return where === list[i - 1]?.in ? [line] : [`${indent}${where}:`, line];
  });
}

/** The steps of the architecture name their rule one by one. */
function rule(step: ShowStep): string {
  return `${step.in}; `;
}

function numbered(list: readonly ShowStep[], before: (step: ShowStep) => string): string[] {
  const width = String(list.length).length;
  return list.map((step, i) => {
    const number = String(i + 1).padStart(width);
    return `${number}. ${step.sentence} [${before(step)}${step.source.join(', ')}]`;
  });
}

/** A reserved byte permits hundreds of results: the first few stand for all. */
function shortened(all: readonly string[]): string {
  const shown = all.slice(0, 6).join('; ');
  return all.length > 6 ? `${shown}; and ${all.length - 6} more` : shown;
}
