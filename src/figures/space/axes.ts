import { HOST_ANSWERS } from '../../model/index.ts';
import type { HostAnswer, PolicyPoint } from '../../model/index.ts';

/*
 * The map has 64 rows, for what a policy answers on the two hosts without FWB, and 64 columns, for its
 * answers on the two with it. What a property leaves is rows and columns: a policy breaks what any of
 * its answers breaks. Rows and columns that are gone are squeezed, those that are left share the room.
 */
const PER_HOST = HOST_ANSWERS.length;
export const LINES = PER_HOST ** 2;
/** Units of a line that is gone, and the most that one left may take downwards. */
const GONE = 1.5;
const TALLEST = 40;
export const WIDTH = 384;

/** The lines of one direction. */
export interface Axis {
  /** Whether each line is left. */
  readonly left: readonly boolean[];
  /** Where each line begins, and, last, where all end. */
  readonly at: readonly number[];
}

/** A point of the map by its row and its column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

const numberOf = (answer: HostAnswer): number => HOST_ANSWERS.indexOf(answer);

export const spotOf = ([neither, dic, fwb, both]: PolicyPoint): Spot => ({
  row: numberOf(neither) * PER_HOST + numberOf(dic),
  column: numberOf(fwb) * PER_HOST + numberOf(both),
});

const answersAt = (line: number): [HostAnswer, HostAnswer] => [
  HOST_ANSWERS[Math.floor(line / PER_HOST)] ?? 'refuse',
  HOST_ANSWERS[line % PER_HOST] ?? 'refuse',
];

export const pointAt = ({ row, column }: Spot): PolicyPoint => [
  ...answersAt(row),
  ...answersAt(column),
];

/** The axes of the points that are left; wide for columns, and at most so tall for rows. */
export function axesOf(points: readonly PolicyPoint[]): { rows: Axis; columns: Axis } {
  const spots = points.map(spotOf);
  return {
    rows: axisOf(new Set(spots.map(({ row }) => row)), TALLEST),
    columns: axisOf(new Set(spots.map(({ column }) => column)), WIDTH),
  };
}

function axisOf(kept: ReadonlySet<number>, most: number): Axis {
  const room = WIDTH - (LINES - kept.size) * GONE;
  const each = Math.min(most, room / Math.max(1, kept.size));
  const left = Array.from({ length: LINES }, (_, line) => kept.has(line));
  const at = [0];
  for (const one of left) at.push((at.at(-1) ?? 0) + (one ? each : GONE));
  return { left, at: at.map((place) => Math.round(place * 100) / 100) };
}

/** The line at a place of the picture. */
export const lineAt = ({ at }: Axis, place: number): number =>
  Math.max(
    0,
    Math.min(
      LINES - 1,
      at.findLastIndex((begin) => begin <= place),
    ),
  );

/** The next line that is left in a direction, from any line; the line itself where there is none. */
export function nextLine({ left }: Axis, from: number, by: 1 | -1): number {
  for (let line = from + by; line >= 0 && line < LINES; line += by) if (left[line]) return line;
  return from;
}

/** The nearest line that is left. */
export function nearestLine(axis: Axis, from: number): number {
  if (axis.left[from]) return from;
  const [before, after] = [nextLine(axis, from, -1), nextLine(axis, from, 1)];
  if (before === from) return after;
  return after === from || from - before <= after - from ? before : after;
}
