import type { Combined } from '../arch/combine/combined.ts';
import type { Decision } from '../kvm/decisions.ts';
import { describeIn } from './describe-in.ts';
import { drawable, drawn } from './drawable.ts';
import { explainIn } from './explain-in.ts';
import { treeInShort } from './in-short.ts';
import { renderTree } from './render-tree.ts';
import type { ShowTree } from './show-tree.ts';
import { USUAL_LANGUAGE } from './usual-language.ts';

/** `describe` for the answers of the usual questions. */
export function describe(value: unknown): ShowTree {
  return drawable(value, tree);
}

/** `explain` for the answers of the usual questions. */
export function explain(answer: Decision | Combined): string[] {
  return explainIn(USUAL_LANGUAGE, answer);
}

/** `renderText` for the answers of the usual questions. */
export function renderText(value: unknown): string {
  return renderTree(describe(value));
}

/** `inShort` for the answers of the usual questions. */
export function inShort(value: unknown): string | null {
  const answer = drawn(value, tree);
  return answer && treeInShort(answer);
}

const tree = (value: unknown): ShowTree | null => describeIn(USUAL_LANGUAGE, value);
