import type { Box, Layout } from './layout.ts';

/** The free strip between the boxes of two rows, above the name of the lane, and that beside a box. */
const STRIP = { from: 4, to: 16 };
const SIDE = 6;
/** A line enters a box on one side of its middle and leaves it on the other. */
const ASIDE = 14;

/** Where a leg bends: in the strip below a row, or in the gap between two boxes of a row. */
interface Bend {
  readonly kind: 'strip' | 'gap';
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

interface Leg {
  readonly from: Box;
  readonly to: Box;
  /** In the order of the line: a strip, then a gap and a strip for each row that it passes. */
  readonly bends: readonly Bend[];
}

/**
 * legsOver draws a line from each stop to the next that runs between the boxes, never under one: along
 * the strips below the rows and through the gaps between boxes. Legs that share a strip or a gap lie
 * side by side in it.
 */
export function legsOver(layout: Layout, stops: readonly Box[]): string {
  const legs = stops
    .slice(1)
    .map((to, i): Leg => ({ from: stops[i]!, to, bends: bendsOf(layout, stops[i]!, to) }));
  const all = legs.flatMap(({ bends }) => bends);
  const at = (bend: Bend): number => {
    const sharing = all.filter(({ place }) => place === bend.place);
    const share = (sharing.indexOf(bend) + 1) / (sharing.length + 1);
    return round(bend.from + (bend.to - bend.from) * share);
  };
  return legs.map((leg) => lineOf(leg, layout, at)).join(' ');
}

function lineOf({ from, to, bends }: Leg, { box }: Layout, at: (bend: Bend) => number): string {
  if (bends.length === 0) {
    const y = from.y + box.height / 2;
    return from.x < to.x
      ? `M${from.x + box.width} ${y} H${to.x}`
      : `M${from.x} ${y} H${to.x + box.width}`;
  }
  const [start, end] = [from.x + box.width / 2 + ASIDE, to.x + box.width / 2 - ASIDE];
  const upwards = to.row < from.row;
  const leaves = upwards ? from.y : from.y + box.height;
  const enters = to.row > from.row ? to.y : to.y + box.height;
  const turns = bends.map((bend) => `${bend.kind === 'gap' ? 'H' : 'V'}${at(bend)}`);
  return `M${start} ${leaves} ${turns.join(' ')} H${end} V${enters}`;
}

function bendsOf(layout: Layout, from: Box, to: Box): Bend[] {
  if (from.row === to.row)
    return Math.abs(from.column - to.column) === 1 ? [] : [stripBelow(layout, from.row)];
  const step = to.row > from.row ? 1 : -1;
  const bends: Bend[] = [];
  let x = from.x;
  for (let row = from.row; row !== to.row; row += step) {
    if (row !== from.row) {
      const gap = nearest(gapsOf(layout, row), x, to.x);
      bends.push(gap);
      x = gap.from;
    }
    bends.push(stripBelow(layout, step > 0 ? row : row - 1));
  }
  return bends;
}

function stripBelow({ boxes, box }: Layout, row: number): Bend {
  const edge = (boxes.find((one) => one.row === row)?.y ?? 0) + box.height;
  return { kind: 'strip', place: `strip ${row}`, from: edge + STRIP.from, to: edge + STRIP.to };
}

/** The gaps of a row that are wide enough for a line, those at its ends among them. */
function gapsOf({ boxes, box, width }: Layout, row: number): Bend[] {
  const line = boxes.filter((one) => one.row === row);
  const starts = [0, ...line.map(({ x }) => x + box.width)];
  const ends = [...line.map(({ x }) => x), width];
  return starts.flatMap((start, i): Bend[] => {
    const [from, to] = [start + SIDE, ends[i]! - SIDE];
    return from < to ? [{ kind: 'gap', place: `gap ${row} ${i}`, from, to }] : [];
  });
}

/** The gap over which the way from one x to another is shortest. */
function nearest(gaps: readonly Bend[], from: number, to: number): Bend {
  const detour = ({ from: x }: Bend): number => Math.abs(x - from) + Math.abs(x - to);
  return gaps.toSorted((a, b) => detour(a) - detour(b))[0]!;
}

const round = (value: number): number => Math.round(value * 10) / 10;
