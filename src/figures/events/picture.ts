import { edgesOf, type EventGraph, type GraphEvent } from '../../observations/witness/graph.ts';
import { box, picture, text, tile, wire, type Point, type Rect } from '../stage/parts.ts';
import type { HElement } from '../show/node.ts';

/** The flag by which one thread tells the other; what it held at first is not drawn. */
const FLAG = '[f]';
const GAP = 20;
const [ONE, TWO] = [40, 24];
const LABEL = 24;

/** Relations that are drawn: those of the events themselves; what follows from them is said in words. */
const DRAWN: ReadonlySet<string> = new Set(['rf', 'co', 'fr']);
/** Relations of our lines: an `fr` of one of them orders nothing. */
const TAKEN_OUT: ReadonlySet<string> = new Set(['missed', 'older']);

/** An event as it is written: the label of an instruction by its name, an instruction without a prefix. */
export const written = ({ does }: GraphEvent): string =>
  does.replaceAll(/label:"P\d+:(\w+)"/g, '$1').replaceAll(/instr:"([^"]*)"/g, '$1');

/** Events that have a box: all but what the flag held at first. */
export const drawnEvents = ({ events }: EventGraph): readonly GraphEvent[] =>
  events.filter(({ thread, does }) => thread !== null || !does.includes(FLAG));

/** Whether an event reaches a location: fences and maintenance are said by their instruction. */
const reaches = ({ does }: GraphEvent): boolean => /^[RW]\[/.test(does);

const linesOf = (event: GraphEvent): readonly [string, ...string[]] =>
  reaches(event)
    ? [`${event.id}: ${written(event)}`, event.code === '' ? 'at first' : event.code]
    : [`${event.id}: ${event.code}`];

/** How an event stands in a picture: drawn as others are, now, still to come, or on the circle. */
export type Look = (event: GraphEvent) => '' | 'sg-moves' | 'sg-dim' | 'sg-lit';

/** The events of a run, each thread from top to bottom, and what reads from what, what is written over what. */
export function eventPicture(graph: EventGraph, names: readonly string[], look: Look): HElement {
  const events = drawnEvents(graph);
  const places = placesOf(events);
  const width = Math.max(...events.map(({ thread }) => thread ?? 0)) > 0 ? 140 : 220;
  const drawn = edgesOf(graph).filter(({ relation }) => DRAWN.has(relation));
  const out = new Set(
    edgesOf(graph).flatMap(({ relation, from, to }) =>
      TAKEN_OUT.has(relation) ? [`${from} ${to}`] : [],
    ),
  );
  const straight = new Map<string, string[]>();
  const routed = drawn.filter(({ relation, from, to }) => {
    const next = follows(events, from, to);
    if (next) straight.set(`${from} ${to}`, [...(straight.get(`${from} ${to}`) ?? []), relation]);
    return !next && places.has(from) && places.has(to);
  });
  const [left, right] = [4 + width, width === 140 ? 216 : 350];
  const lanes = routed.map(({ relation, from, to }, i) => ({
    relation,
    from,
    to,
    x: Math.round(left + ((right - left) * (i + 1)) / (routed.length + 1)),
    faint: relation === 'fr' && out.has(`${from} ${to}`),
  }));
  const port = portsOf(lanes, places);
  const steps = events.flatMap((event, i) => {
    const before = events[i - 1];
    const [a, b] = [before && places.get(before.id), places.get(event.id)];
    if (before === undefined || a === undefined || b === undefined) return [];
    const own = straight.get(`${before.id} ${event.id}`) ?? [];
    const po = before.thread === event.thread && event.thread !== null ? ['po'] : [];
    const label = [...po, ...own].join(', ');
    if (label === '') return [];
    const x = b[0] + 16;
    const top: Point = [x, a[1] + a[3]];
    return [
      before.thread === null
        ? wire(
            [
              [a[0], a[1] + 20],
              [x, a[1] + 20],
              [x, b[1]],
            ],
            '',
            'to',
          )
        : wire([top, [x, b[1]]], '', 'to'),
      text(x + 8, b[1] - 6, label, 'sg-code'),
    ];
  });
  const height = Math.max(...[...places.values()].map(([, y, , h]) => y + h)) + 4;
  return picture(
    height,
    ...names.map((name, thread) => {
      const first = events.find((event) => event.thread === thread);
      const [x = 0, y = 0] = (first && places.get(first.id)) ?? [];
      return text(thread === 0 ? x + 46 : x, y - 8, name, 'sg-name');
    }),
    ...steps,
    ...lanes.map(({ x, from, to, faint }, i) => {
      const [a, b] = [port(i, from), port(i, to)];
      return wire([a, [x, a[1]], [x, b[1]], b], faint ? 'sg-dim' : '', 'to');
    }),
    ...events.map((event) =>
      box(places.get(event.id) ?? [0, 0, 0, 0], linesOf(event), look(event)),
    ),
    ...lanes.map(({ relation, x, from, to, faint }, i) => {
      const [a, b] = [port(i, from)[1], port(i, to)[1]];
      return tile([x - LABEL / 2, (a + b) / 2 - 11], {
        word: relation,
        width: LABEL,
        kind: faint ? 'old' : 'plain',
      });
    }),
  );
}

/** Whether one event stands right above another, with nothing between. */
function follows(events: readonly GraphEvent[], from: string, to: string): boolean {
  const at = events.findIndex(({ id }) => id === to);
  const before = events[at - 1];
  const here = events[at];
  return before?.id === from && (before.thread === null || before.thread === here?.thread);
}

/** Where the box of each event stands: what was there at first above, then a column a thread. */
function placesOf(events: readonly GraphEvent[]): ReadonlyMap<string, Rect> {
  const two = events.some(({ thread }) => thread === 1);
  const width = two ? 140 : 220;
  const places = new Map<string, Rect>();
  let y = 4;
  let last: number | null = null;
  for (const event of events) {
    const height = reaches(event) ? ONE : TWO;
    if (event.thread !== last && event.thread !== null) y += 12;
    const x = event.thread === null ? (two ? 100 : 70) : event.thread === 0 ? 4 : 216;
    places.set(event.id, [x, y, event.thread === null ? (two ? 156 : 150) : width, height]);
    y += height + GAP;
    last = event.thread;
  }
  return places;
}

type Lane = { readonly from: string; readonly to: string; readonly x: number };

/** Where the wire of a lane leaves a box or comes to it: no two at one height. */
function portsOf(
  lanes: readonly Lane[],
  places: ReadonlyMap<string, Rect>,
): (lane: number, id: string) => Point {
  return (at, id) => {
    const [x, y, width, height] = places.get(id) ?? [0, 0, 0, 0];
    const all = lanes.flatMap(({ from, to }, i) => (from === id || to === id ? [i] : []));
    const lane = lanes[at]?.x ?? 0;
    if (lane > x && lane < x + width) return [lane, y + height];
    const part = Math.round((height * (all.indexOf(at) + 1)) / (all.length + 1));
    return [lane < x ? x : x + width, y + part];
  };
}
