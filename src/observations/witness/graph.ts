/** A relation between two events, as herd7 and Arm's rules name it; the last three are of our lines. */
export const RELATIONS = [
  'rf',
  'co',
  'fr',
  'obs',
  'hw-reqs',
  'missed',
  'older',
  'cleaned',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** An event of a run, as herd7 has it. Plain data. */
export interface GraphEvent {
  /** The letter that herd7 gives it. */
  readonly id: string;
  /** The thread, and the place in its program order; null for what was there at first. */
  readonly thread: number | null;
  readonly at: number;
  /** `W[x]=0`: what it does, to which location, with which value. */
  readonly does: string;
  /** Its instruction; empty for what was there at first. */
  readonly code: string;
}

/**
 * The run of a program that ends as its condition asks: the events and what herd7 says of them. Where it
 * says Never, Arm's rules, with our lines where they are asked for, forbid this run. Plain data.
 */
export interface EventGraph {
  readonly events: readonly GraphEvent[];
  /** `rf b c`: a relation, and the letters of its two events. */
  readonly edges: readonly string[];
}

export interface Edge {
  readonly relation: Relation;
  readonly from: string;
  readonly to: string;
}

/** The edges of a graph, taken apart. */
export const edgesOf = ({ edges }: EventGraph): readonly Edge[] =>
  edges.map((edge) => {
    const [relation, from, to] = edge.split(' ') as [Relation, string, string];
    return { relation, from, to };
  });

/**
 * The shortest circle of what has to come before what, by Arm's rules (`ob`, which is `hw-reqs` and
 * `obs` and what follows from both): such a run is forbidden. Null: it is allowed.
 */
export function circleOf(graph: EventGraph): readonly Edge[] | null {
  const before = edgesOf(graph).filter(({ relation }) => /^(?:hw-reqs|obs)$/.test(relation));
  let ways: (readonly Edge[])[] = before.map((edge) => [edge]);
  for (let length = 1; length <= graph.events.length; length += 1) {
    const closed = ways.find((way) => way[0]?.from === way.at(-1)?.to);
    if (closed !== undefined) return closed;
    ways = ways.flatMap((way) =>
      before.filter(({ from }) => from === way.at(-1)?.to).map((edge) => [...way, edge]),
    );
  }
  return null;
}
