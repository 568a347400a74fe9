import type { ShowTree } from './show-tree.ts';
import { isSearchable, judgement } from './traces/judgement.ts';

/**
 * An answer in a few words, for a cell of a table. Verdicts have their short names here; a place where
 * one falls stands in `describe`. Of a trace it is what it proves, without the steps.
 */
export function treeInShort(tree: ShowTree): string {
  switch (tree.kind) {
    case 'value':
      return tree.text.split('\n', 1)[0] ?? '';
    case 'attributes':
      return tree.memory;
    case 'decision': {
      const parts = [tree.verdict.replace('-', ' '), tree.memory, tree.errno];
      return parts.filter((part) => part !== null).join(' ');
    }
    case 'trace': {
      const { property, moves, verdict, verdictWord } = tree;
      if (verdict === 'invalid') return verdict;
      return property !== null && moves.length > 0 ? judgement(property, false).word : verdictWord;
    }
  }
}

/**
 * The word for a yes, a no or a null under a name: of a question that the search answers what it
 * means ("holds", "leaks", "not asked"), of anything else "yes", "no" and "none".
 */
export function wordFor(name: string, value: boolean | null): string {
  if (isSearchable(name)) return judgement(name, value).word;
  return value === null ? 'none' : value ? 'yes' : 'no';
}
