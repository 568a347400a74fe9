import type { Place } from '../../book/lists/map.ts';

/** Sizes of the drawing, in its own units. */
const WIDTH = 880;
const ROW = 92;
const BOX = { width: 158, height: 46 };

/** Boxes that stand side by side with room for an arrow between them. */
const MOST = Math.floor(WIDTH / (BOX.width + 14));

/** A place with its box; `lines` is its name broken to fit. */
export interface Box extends Place {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** A relation as a curve from the edge of one box to the edge of another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly box: typeof BOX;
  readonly lanes: readonly { readonly name: string; readonly y: number }[];
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** The places of the map by lane, in their own order. */
export function lanesOf(all: readonly Place[]): { name: string; places: readonly Place[] }[] {
  const names = [...new Set(all.map(({ lane }) => lane))];
  return names.map((name) => ({ name, places: all.filter(({ lane }) => lane === name) }));
}

/**
 * layOut places each lane on a line of its own, its concepts side by side, or on as many lines as they
 * take. Only relations between neighbours are drawn: a longer arrow would cross what it has nothing
 * to do with.
 */
export function layOut(all: readonly Place[]): Layout {
  const boxes: Box[] = [];
  const lanes: Layout['lanes'][number][] = [];
  let row = 0;
  for (const { name, places } of lanesOf(all)) {
    lanes.push({ name, y: row * ROW + 18 });
    for (const line of linesOf(places)) {
      boxes.push(...line.map((place, column) => boxOf(place, row, column, line.length)));
      row++;
    }
  }
  const byId = new Map(boxes.map((box) => [box.id, box] as const));
  const arrows = boxes.flatMap((from) =>
    from.to.flatMap(([id]): Arrow[] => {
      const to = byId.get(id);
      return to && areNear(from, to) ? [{ from: from.id, to: id, path: curve(from, to) }] : [];
    }),
  );
  return {
    width: WIDTH,
    height: row * ROW,
    box: BOX,
    lanes,
    boxes,
    arrows,
  };
}

/** The places of a lane in lines of nearly the same length. */
function linesOf(places: readonly Place[]): Place[][] {
  const length = Math.ceil(places.length / Math.ceil(places.length / MOST));
  const lines: Place[][] = [];
  for (let from = 0; from < places.length; from += length)
    lines.push(places.slice(from, from + length));
  return lines;
}

function boxOf(place: Place, row: number, column: number, length: number): Box {
  const x = (WIDTH / length) * (column + 0.5) - BOX.width / 2;
  return { ...place, row, column, x, y: row * ROW + 30, lines: broken(place.name) };
}

function areNear(a: Box, b: Box): boolean {
  if (a.row === b.row) return Math.abs(a.column - b.column) === 1;
  return Math.abs(a.row - b.row) === 1;
}

/** Down or up from the middle of an edge; along a lane from side to side. */
function curve(from: Box, to: Box): string {
  const [w, h] = [BOX.width, BOX.height];
  if (from.row === to.row) {
    const y = from.y + h / 2;
    return from.x < to.x ? `M${from.x + w} ${y} H${to.x}` : `M${from.x} ${y} H${to.x + w}`;
  }
  const down = from.y < to.y;
  const [y1, y2] = down ? [from.y + h, to.y] : [from.y, to.y + h];
  const [x1, x2] = [from.x + w / 2, to.x + w / 2];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}

/** Two lines at most, broken at the space nearest to the middle. */
function broken(name: string): string[] {
  if (name.length <= 18) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.toSorted((a, b) => distance(a) - distance(b))[0];
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];

  function distance(index: number): number {
    return Math.abs(index - name.length / 2);
  }
}
