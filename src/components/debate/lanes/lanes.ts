import type { DebateEvent, Version } from '../../../book/index.ts';
import type { Listed } from '../timeline-list.ts';
import { marksOf, type Mark } from './marks.ts';
import { placeOf, spansOf, ticksOf, widthOf, type Span, type Tick } from './scale.ts';

/** A mark with its middle. */
export interface Placed extends Mark {
  readonly x: number;
  readonly y: number;
}

/** A row of the picture. `person` is null for the lane of the others. */
export interface Lane {
  readonly person: string | null;
  readonly top: number;
  readonly height: number;
  /** In the order of time. */
  readonly marks: readonly Placed[];
}

/** From a posting to the next, with the place of its name. */
export interface Band {
  readonly version: string;
  readonly x: number;
  readonly width: number;
  readonly label: readonly [x: number, y: number];
}

/** The whole picture, in its own units. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Where the lanes begin, under the names of the versions. */
  readonly top: number;
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  readonly ticks: readonly Tick[];
  /** Where the enlarged part begins and ends. */
  readonly enlarged: readonly [from: number, to: number];
}

/** Marks nearer than this stand above each other. */
export const PITCH = 11;
/** Who wrote fewer mails shares the lane of the others. */
const ENOUGH = 3;
const LABEL = { width: 25, height: 15 };
const AXIS = 22;

/** Rows in the order in which they fill: the middle one first, then beside it. */
const offset = (row: number): number => (row % 2 === 1 ? -(row + 1) / 2 : row / 2);

/** Gives each place, in rising order, the first row in which it is free. */
function rowsOf(places: readonly number[], pitch: number): number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const found = ends.findIndex((end) => x >= end);
    const row = found < 0 ? ends.length : found;
    ends[row] = x + pitch;
    return row;
  });
}

/** The people with a lane, who wrote most first. */
function peopleOf(marks: readonly Mark[]): string[] {
  const count = new Map<string, number>();
  for (const { person, kind } of marks)
    if (kind === 'mail' || kind === 'posting') count.set(person, (count.get(person) ?? 0) + 1);
  return [...count]
    .filter(([, mails]) => mails >= ENOUGH)
    .toSorted(([, one], [, other]) => other - one)
    .map(([person]) => person);
}

function laneOf(
  person: string | null,
  marks: readonly Mark[],
  spans: readonly Span[],
  top: number,
) {
  const placed = marks
    .map((mark) => ({ ...mark, x: placeOf(spans, mark.entry.date) }))
    .toSorted((one, other) => one.x - other.x);
  const rows = rowsOf(
    placed.map(({ x }) => x),
    PITCH,
  );
  const used = rows.map(offset);
  const [up, down] = [Math.min(0, ...used), Math.max(0, ...used)];
  const middle = top + (1.2 - up) * PITCH;
  return {
    person,
    top,
    height: (2.4 + down - up) * PITCH,
    marks: placed.map((mark, i) => ({ ...mark, y: middle + (used[i] ?? 0) * PITCH })),
  };
}

/** A version lasts until the next is posted, the last one until the series lands. */
function bandsOf(versions: readonly Version[], landed: string, spans: readonly Span[]): Band[] {
  const starts = versions.map(({ date }) => placeOf(spans, date));
  const rows = rowsOf(starts, LABEL.width);
  return versions.map(({ version }, i) => {
    const x = starts[i] ?? 0;
    const end = starts[i + 1] ?? placeOf(spans, landed);
    const label = [x, LABEL.height * ((rows[i] ?? 0) + 0.8)] as const;
    return { version, x, width: end - x, label };
  });
}

/** Draws entries as lanes: a lane a person, a mark a mail, a band a version. */
export function lanesOf(
  entries: readonly Listed[],
  versions: readonly Version[],
  landing: DebateEvent | undefined,
): Picture | null {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return null;
  const spans = spansOf(first.date, last.date);
  const bands = bandsOf(versions, landing?.date ?? last.date, spans);
  const top = Math.max(0, ...bands.map(({ label }) => label[1])) + 6;
  const marks = entries.flatMap(marksOf);
  const people = peopleOf(marks);
  const lanes: Lane[] = [];
  let at = top;
  for (const person of [...people, null]) {
    const own = marks.filter((mark) =>
      person === null ? !people.includes(mark.person) : mark.person === person,
    );
    const lane = laneOf(person, own, spans, at);
    lanes.push(lane);
    at += lane.height;
  }
  const from = placeOf(spans, spans[1]?.from ?? '');
  return {
    width: widthOf(spans),
    height: at + AXIS,
    top,
    lanes,
    bands,
    ticks: ticksOf(spans),
    enlarged: [from, from + (spans[1]?.width ?? 0)],
  };
}
