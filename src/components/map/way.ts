import type { Box, Layout } from './layout.ts';
import { legsOver } from './legs.ts';

/** A stop of a path on the map: the number that its box gets, at a corner of it. */
export interface Stop {
  readonly n: number;
  readonly route: string;
  readonly x: number;
  readonly y: number;
}

/** A path over the map. Its line goes from box to box, around those between them. */
export interface Way {
  readonly stops: readonly Stop[];
  readonly line: string;
  /** Places in the list of the path that have no box, counted from 1. */
  readonly without: readonly number[];
}

/** wayOver lays a path, given by the addresses of its pages in their order, over the map. */
export function wayOver(layout: Layout, routes: readonly string[]): Way {
  const found = routes.map((route) => layout.boxes.find((one) => one.route === route));
  const boxes = found.filter((one): one is Box => one !== undefined);
  return {
    stops: found.flatMap((one, i): Stop[] =>
      one === undefined ? [] : [{ n: i + 1, route: one.route, x: one.x, y: one.y }],
    ),
    line: legsOver(layout, boxes),
    without: found.flatMap((one, i) => (one === undefined ? [i + 1] : [])),
  };
}
