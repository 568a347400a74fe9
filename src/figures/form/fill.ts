import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { patch } from '../show/patch.ts';
import type { Parts } from './places.ts';

/** fill puts into the places of a figure what stands there now. */
export function fill(root: ParentNode, parts: Parts): void {
  for (const [part, nodes] of Object.entries(parts)) {
    const at = root.querySelector(`[data-part="${part}"]`);
    if (at) patch(at, nodes);
  }
}

/** What stands in the place for problems. */
export const problemLines = (problems: readonly string[]): HNode[] =>
  problems.map((line) => h('p', {}, line));
