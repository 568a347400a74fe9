import type { Fact, ShowTree } from '../../model/index.ts';
import { treeKey } from '../../observations/key.ts';
import type { Seen } from '../../observations/sighting.ts';
import { memChip, verdictChip } from './chip.ts';
import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';
import { seenMark } from './sighting.ts';
import { ruleList, stepFold } from './steps.ts';
import { moveList } from './trace.ts';

/** A reserved encoding permits hundreds of results: the first few stand for all. */
const MOST_ALTERNATIVES = 6;

/** How a tree is drawn. */
export interface ShowOptions {
  /** All steps stand open; otherwise they are folded behind the one that decided. */
  readonly open?: boolean;
  /** Answers that a kernel was seen to give: such a verdict gets its mark. */
  readonly seen?: Seen;
}

/** factList draws labels with their values. */
export function factList(facts: readonly Fact[]): HElement | null {
  if (facts.length === 0) return null;
  const rows = facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)));
  return h('dl', { class: 'show-facts' }, ...rows);
}

/** alternatives shortens the other permitted answers to a fact. */
export function alternatives(all: readonly string[]): Fact[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_ALTERNATIVES).join('; ');
  const more = all.length - MOST_ALTERNATIVES;
  return [['also permitted', more > 0 ? `${shown}; and ${more} more` : shown]];
}

/** renderShow draws what the model returns: verdict or memory first, then facts, then the steps. */
export function renderShow(tree: ShowTree, { open = false, seen = {} }: ShowOptions = {}): HNode {
  switch (tree.kind) {
    case 'value':
      return h('pre', { class: 'show' }, tree.text);
    case 'attributes':
      return frame(
        [memChip(tree.memory)],
        tree.title,
        factList([...tree.facts, ...alternatives(tree.alternatives)]),
        stepFold(tree.steps, open, ruleList),
      );
    case 'trace':
      return frame(
        [verdictChip(tree.verdict, tree.verdictWord, null)],
        tree.title,
        factList(tree.facts),
        moveList(tree.moves),
      );
    case 'decision': {
      const chips: HNode[] = [verdictChip(tree.verdict, tree.verdictWord, tree.errno)];
      if (tree.memory !== null) chips.push(' ', memChip(tree.memory));
      const sighting = seen[treeKey(tree) ?? ''];
      if (sighting !== undefined) chips.push(' ', seenMark(sighting));
      return frame(chips, tree.title, factList(tree.facts), stepFold(tree.steps, open));
    }
  }
}

function frame(
  chips: readonly HNode[],
  title: string,
  facts: HElement | null,
  steps: readonly HNode[],
): HElement {
  return h(
    'div',
    { class: 'show' },
    h(
      'p',
      { class: 'show-head' },
      h('span', {}, ...chips),
      ' ',
      h('span', { class: 'show-title' }, title),
    ),
    facts,
    ...steps,
  );
}
