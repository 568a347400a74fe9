import { oneStop, type Cell, type Place } from '../../../figures/grid/stops.ts';

/** The middle of a stop, from left to right. */
function middle(stop: Place): number {
  const { left, width } = stop.getBoundingClientRect();
  return left + width / 2;
}

/** What is nearest in time in another lane. */
const nearest = (row: readonly Cell[], from: Place): Cell | undefined =>
  (row as readonly Place[]).toSorted(
    (a, b) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)),
  )[0];

/** The picture is one stop of the Tab key; arrows lead from mark to mark and from lane to lane. */
export function walk(frame: Element): void {
  const stops = [...frame.querySelectorAll<SVGAElement>('a[href]')];
  const rows: SVGAElement[][] = [];
  for (const stop of stops) (rows[Number(stop.dataset['row'])] ??= []).push(stop);
  const first = stops.find(({ dataset }) => dataset['choose'] === undefined);
  const grid = oneStop(frame, () => rows, { across: nearest });
  if (!frame.contains(document.activeElement)) grid.settle(first);
}
