import type { Seen, Sighting } from '../../observations/sighting.ts';
import { KEY } from './chip.ts';
import { h } from './node.ts';
import type { HElement, HNode } from './node.ts';

/** The mark of a verdict that a kernel was seen to give; it leads to the observation. */
export const seenMark = ({ on, href }: Sighting): HElement =>
  h('a', { class: 'seen', href }, `seen on ${on}`);

/** The same nodes with a mark behind each that names an answer that was seen. */
export function withSightings(nodes: readonly HNode[], seen: Seen): HNode[] {
  return nodes.flatMap((node): HNode[] => {
    if (typeof node === 'string') return [node];
    const children = withSightings(node.children, seen);
    const { [KEY]: keys, ...attrs } = node.attrs;
    const element = { ...node, attrs, children };
    return [element, ...marksOf(typeof keys === 'string' ? keys.split(' ') : [], seen)];
  });
}

/** One mark for each kernel that was seen: the first of what the keys name there. */
function marksOf(keys: readonly string[], seen: Seen): HNode[] {
  const byKernel = new Map<string, Sighting>();
  for (const key of keys) {
    const sighting = seen[key];
    const page = sighting?.href.split('#')[0] ?? '';
    if (sighting !== undefined && !byKernel.has(page)) byKernel.set(page, sighting);
  }
  return [...byKernel.values()].flatMap((sighting) => [' ', seenMark(sighting)]);
}
