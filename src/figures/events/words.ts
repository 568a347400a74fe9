import {
  circleOf,
  edgesOf,
  type Edge,
  type EventGraph,
  type GraphEvent,
} from '../../observations/witness/graph.ts';
import { written } from './picture.ts';

/** An event in words, with what it reads from and what its arrows lead to. */
export function eventInWords(event: GraphEvent, graph: EventGraph): string {
  const place = event.thread === null ? 'there at first' : `P${event.thread}, ${event.code}`;
  const does = written(event) === event.code ? '' : `${written(event)} `;
  const ties = edgesOf(graph).flatMap(({ relation, from, to }) => {
    if (relation === 'rf' && to === event.id) return [`rf: it reads from ${from}`];
    if (relation === 'co' && to === event.id) return [`co: it is written over ${from}`];
    if (relation === 'fr' && from === event.id) return [`fr: ${to} is written after it read`];
    return [];
  });
  return `${event.id}: ${does}(${place})${ties.map((tie) => `; ${tie}`).join('')}`;
}

/** Why a run is forbidden, or that nothing forbids it. */
export function outcome(graph: EventGraph): string {
  const circle = circleOf(graph);
  if (circle === null) {
    const out = takenOut(graph);
    return out === undefined
      ? 'No circle of what has to come before what: the run is allowed.'
      : `Our line “${out.relation}” takes the fr from ${out.from} to ${out.to} out of what orders, so there is no circle: the run is allowed.`;
  }
  const ways = circle.map(({ relation, from, to }) => `${from} before ${to} (${relation})`);
  return `The run is forbidden, because it goes round in a circle: ${ways.join(', ')}.`;
}

/** The `fr` that one of our lines takes out of what orders, and without which there is no circle. */
const takenOut = (graph: EventGraph): Edge | undefined =>
  edgesOf(graph).find(
    ({ relation, from, to }) =>
      /^(?:missed|older)$/.test(relation) &&
      circleOf({ ...graph, edges: [...graph.edges, `obs ${from} ${to}`] }) !== null,
  );

/** Letters of the events on the circle of a forbidden run. */
export const onCircle = (graph: EventGraph): ReadonlySet<string> =>
  new Set((circleOf(graph) ?? []).map(({ from }) => from));

/** A whole graph in words: each event, then how it ends. */
export const graphInWords = (graph: EventGraph): string =>
  [...graph.events.map((event) => `${eventInWords(event, graph)}.`), outcome(graph)].join(' ');
