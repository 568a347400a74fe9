import type { PolicyPoint } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { LINES, nearestLine, nextLine, spotOf, WIDTH } from './axes.ts';
import type { Axis, Spot } from './axes.ts';
import type { NamedPoint } from './judged.ts';

/** What the map shows. */
export interface Shown {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Those that break nothing. */
  readonly best: readonly PolicyPoint[];
  /** By their numbers; null where one is not left. */
  readonly named: readonly (NamedPoint | null)[];
  readonly chosen: PolicyPoint;
  /** What is read out of the chosen point. */
  readonly says: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point is at least so large where it is marked: a finger and an eye have to find it. */
const LEAST = 9;
/** Of the circle around a number; and the side of the square that shows the choice around it. */
const RADIUS = 8;
const AROUND = 22;

/** drawMap is the picture: what is left, what breaks nothing, who stands where, and the chosen point. */
export function drawMap(shown: Shown): HElement {
  const { rows, columns, best, named, chosen, says } = shown;
  const height = rows.at[LINES] ?? WIDTH;
  const spot = spotOf(chosen);
  const boxAt = ({ row, column }: Spot): Box => ({
    x: columns.at[column] ?? 0,
    y: rows.at[row] ?? 0,
    width: (columns.at[column + 1] ?? 0) - (columns.at[column] ?? 0),
    height: (rows.at[row + 1] ?? 0) - (rows.at[row] ?? 0),
  });
  const isNumbered = named.some((one) => String(one?.point) === String(chosen));
  const ways = Object.entries(waysFrom(spot, rows, columns)).map(([way, to]) =>
    h('rect', {
      class: 'sp-way',
      'data-way': way,
      'data-at': `${to.row} ${to.column}`,
      ...boxAt(to),
    }),
  );
  return h(
    'svg',
    {
      class: 'sp-map',
      viewBox: `-4 -4 ${WIDTH + 8} ${height + 8}`,
      role: 'group',
      'aria-label': MAP,
    },
    h('rect', { class: 'sp-gone', x: 0, y: 0, width: WIDTH, height }),
    h('path', { class: 'sp-left', d: bands(rows, columns) }),
    h('path', { class: 'sp-blocks', d: blocks(rows, columns, height) }),
    h('path', {
      class: 'sp-best',
      d: best.map((one) => square(apart(large(boxAt(spotOf(one)))))).join(''),
    }),
    h('rect', {
      class: 'sp-here',
      role: 'img',
      'data-way': 'here',
      'data-at': `${spot.row} ${spot.column}`,
      'aria-label': says,
      ...large(boxAt(spot), isNumbered ? AROUND : LEAST),
    }),
    ...marks(named.map((one) => one && boxAt(spotOf(one.point)))),
    ...ways,
  );
}

const MAP =
  'The map of all policies: a row for each pair of answers without FWB, a column for each with it';

/** Where arrow keys, Home and End lead. */
function waysFrom({ row, column }: Spot, rows: Axis, columns: Axis): Record<string, Spot> {
  const [r, c] = [nearestLine(rows, row), nearestLine(columns, column)];
  const ends = [nextLine(columns, -1, 1), nextLine(columns, LINES, -1)] as const;
  return {
    up: { row: nextLine(rows, row, -1), column: c },
    down: { row: nextLine(rows, row, 1), column: c },
    left: { row: r, column: nextLine(columns, column, -1) },
    right: { row: r, column: nextLine(columns, column, 1) },
    first: { row: r, column: ends[0] },
    last: { row: r, column: ends[1] },
  };
}

const square = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** Neighbours are told apart by a thin line. */
const apart = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.5,
  y: y + 0.5,
  width: width - 1,
  height: height - 1,
});

function large({ x, y, width, height }: Box, least = LEAST): Box {
  const [w, t] = [Math.max(width, least), Math.max(height, least)];
  const round = (n: number): number => Math.round(n * 100) / 100;
  return {
    x: round(x + (width - w) / 2),
    y: round(y + (height - t) / 2),
    width: round(w),
    height: round(t),
  };
}

/** What is left, as one path: rows and, cut out of them, what is between the columns. */
function bands(rows: Axis, columns: Axis): string {
  const down = rows.left.flatMap((left, row) => (left ? [row] : []));
  const runs = columns.left.flatMap((left, column) => (left ? [column] : []));
  const gap = (at: number): number => Math.min(0.8, at / 8);
  return down
    .flatMap((row) => {
      const [y = 0, end = 0] = rows.at.slice(row, row + 2);
      const tall = Math.round((end - y - gap(end - y)) * 100) / 100;
      return runs.length === LINES
        ? [`M0 ${y}h${WIDTH}v${tall}H0z`]
        : runs.map((column) => {
            const [x = 0, to = 0] = columns.at.slice(column, column + 2);
            return `M${x} ${y}h${Math.round((to - x - gap(to - x)) * 100) / 100}v${tall}H${x}z`;
          });
    })
    .join('');
}

/** Lines where the answer on the first host of an axis changes. */
function blocks(rows: Axis, columns: Axis, height: number): string {
  const at = Array.from({ length: Math.sqrt(LINES) - 1 }, (_, i) => (i + 1) * Math.sqrt(LINES));
  return at.map((line) => `M${columns.at[line]} 0V${height}M0 ${rows.at[line]}H${WIDTH}`).join('');
}

/** Numbers of the named, each at its point, or hung under it where another number stands. */
function marks(boxes: readonly (Box | null)[]): HElement[] {
  const taken: { readonly x: number; readonly y: number }[] = [];
  return boxes.flatMap((box, i) => {
    if (box === null) return [];
    const x = box.x + box.width / 2;
    const point = box.y + box.height / 2;
    let y = point;
    while (taken.some((other) => Math.hypot(other.x - x, other.y - y) < 2 * RADIUS))
      y += 2 * RADIUS;
    taken.push({ x, y });
    const parts = [
      h('circle', { cx: x, cy: y, r: RADIUS }),
      h('text', { x, y: y + 4.4 }, String(i + 1)),
    ];
    const stem = y > point ? [h('path', { d: `M${x} ${point}V${y}` })] : [];
    return [h('g', { class: 'sp-mark' }, ...stem, ...parts)];
  });
}
