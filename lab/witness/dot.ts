// cspell:words doshow showinitrf showraw
import {
  RELATIONS,
  type EventGraph,
  type GraphEvent,
} from '../../src/observations/witness/graph.ts';

/** What herd7 is asked to put into its graphs, and nothing that it leaves out as known. */
export const GRAPH_OPTIONS = [
  ['-show', 'prop'],
  ['-doshow', RELATIONS.join(',')],
  ['-showraw', RELATIONS.join(',')],
  ['-showinitrf', 'true'],
].flat();

/**
 * The first graph of a file of dot that herd7 wrote; null where there is none. Branches and what has no
 * name are left out: they reach no location.
 */
export function graphOf(dot: string): EventGraph | null {
  const [, first] = dot.split(/^digraph G \{$/m);
  if (first === undefined) return null;
  const letters = new Map<string, string>();
  const events: GraphEvent[] = [];
  for (const [, node = '', label = ''] of first.matchAll(/^(\w+) \[label="((?:[^"\\]|\\.)*)"/gm)) {
    const event = eventOf(label);
    if (event === null) continue;
    letters.set(node, event.id);
    events.push(event);
  }
  if (events.length === 0) return null;
  const edges = [...first.matchAll(/^(\w+) -> (\w+) \[label="([^"]+)"/gm)].flatMap(
    ([, from = '', to = '', relation = '']) => {
      const ends = [letters.get(from), letters.get(to)];
      const known = RELATIONS.some((one) => one === relation) && !ends.includes(undefined);
      return known ? [[relation, ...ends].join(' ')] : [];
    },
  );
  return { events: events.toSorted(byPlace), edges: edges.toSorted() };
}

/** What there was at first, then each thread in its order. */
const byPlace = (a: GraphEvent, b: GraphEvent): number =>
  (a.thread ?? -1) - (b.thread ?? -1) || a.at - b.at || (a.id < b.id ? -1 : 1);

/** `a: W[x]=0\lproc:P0 poi:1\lSTR W0,[X1]`, or `e: W[x]=1\lInit`. */
function eventOf(label: string): GraphEvent | null {
  const [head = '', place = '', code = ''] = label
    .replaceAll(String.raw`\"`, '"')
    .split(String.raw`\l`);
  const [, id = '', does = ''] = /^(\w+): (.*)$/.exec(head) ?? [];
  if (does === '' || does.startsWith('Branching')) return null;
  const [, thread, at] = /^proc:P(\d+) poi:(\d+)$/.exec(place) ?? [];
  return thread === undefined
    ? { id, thread: null, at: 0, does, code: '' }
    : { id, thread: Number(thread), at: Number(at), does, code };
}
