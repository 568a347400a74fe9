import type { Layout } from './layout.ts';

/** A stop of a path on the map: the number that its box gets, at a corner of it. */
export interface Stop {
  readonly n: number;
  readonly route: string;
  readonly x: number;
  readonly y: number;
}

/** A path over the map. Its line goes from box to box, below them. */
export interface Way {
  readonly stops: readonly Stop[];
  readonly line: string;
  /** Places in the list of the path that have no box, counted from 1. */
  readonly without: readonly number[];
}

/** wayOver lays a path, given by the addresses of its pages in their order, over the map. */
export function wayOver({ boxes, box }: Layout, routes: readonly string[]): Way {
  const found = routes.map((route) => boxes.find((one) => one.route === route));
  const stops = found.flatMap((one, i): Stop[] =>
    one === undefined ? [] : [{ n: i + 1, route: one.route, x: one.x, y: one.y }],
  );
  const middles = stops.map(({ x, y }) => `${x + box.width / 2} ${y + box.height / 2}`);
  return {
    stops,
    line: middles.length > 1 ? `M${middles.join(' L')}` : '',
    without: found.flatMap((one, i) => (one === undefined ? [i + 1] : [])),
  };
}
