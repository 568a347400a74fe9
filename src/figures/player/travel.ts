/** Tiles that keep their identity between two pictures travel along the wires they belong to. */

type Point = readonly [x: number, y: number];

/** A picture as it stood before a change. */
export interface Placed {
  readonly tiles: ReadonlyMap<string, Point>;
  readonly wires: readonly Wire[];
  /** Wires that tiles named as theirs. */
  readonly along: ReadonlyMap<string, string>;
}

interface Wire {
  readonly name: string;
  readonly points: readonly Point[];
}

/** A journey takes this long, whatever its length. */
const MS = 350;

const point = (text: string): Point => {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return [x, y];
};

/** placed notes where the tiles of a picture stand, and the wires on which something moves. */
export function placed(svg: Element | null): Placed {
  const tiles = new Map<string, Point>();
  const along = new Map<string, string>();
  for (const tile of svg?.querySelectorAll<SVGElement>('[data-tile]') ?? []) {
    const { tile: key = '', at = '', along: name } = tile.dataset;
    tiles.set(key, point(at));
    if (name !== undefined) along.set(key, name);
  }
  const wires = [...(svg?.querySelectorAll<SVGElement>('[data-wire]') ?? [])].map((wire) => ({
    name: wire.dataset['wire'] ?? '',
    points: (wire.querySelector('polyline')?.getAttribute('points') ?? '')
      .split(' ')
      .filter((text) => text !== '')
      .map(point),
  }));
  return { tiles, wires, along };
}

const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** The way from one place to another: along a wire in the direction that is shorter, else straight. */
function route(from: Point, to: Point, wire: Wire | undefined): readonly Point[] {
  const points = wire?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [from, to];
  const there = apart(from, first) + apart(last, to);
  const back = apart(from, last) + apart(first, to);
  return [from, ...(there <= back ? points : points.toReversed()), to];
}

/** Key frames that bring a tile from each point of a way to the last of them, at one speed. */
function keyframes(way: readonly Point[]): Keyframe[] {
  const [x, y] = way.at(-1) ?? [0, 0];
  const lengths = way.map((to, i) => apart(way[i - 1] ?? to, to));
  const whole = lengths.reduce((sum, one) => sum + one, 0);
  let gone = 0;
  return way.map((at, i) => {
    gone += lengths[i] ?? 0;
    return {
      transform: `translate(${at[0] - x}px, ${at[1] - y}px)`,
      offset: whole === 0 ? i / (way.length - 1) : Math.min(1, gone / whole),
    };
  });
}

/**
 * travel lets the tiles of a picture come from where they stood before. A tile that is new comes from
 * the tile or the place that it names. With reduced motion nothing travels.
 */
export function travel(svg: Element | null, before: Placed): void {
  if (svg === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const now = placed(svg);
  for (const tile of svg.querySelectorAll<SVGElement>('[data-tile]')) {
    const { tile: key = '', at = '', from } = tile.dataset;
    const to = point(at);
    const start = before.tiles.get(key) ?? origin(from, before, now);
    if (start === undefined || apart(start, to) < 1) continue;
    const name = before.tiles.has(key)
      ? (now.along.get(key) ?? before.along.get(key))
      : now.along.get(key);
    const wires = [...now.wires, ...before.wires];
    const way = route(
      start,
      to,
      wires.find((wire) => wire.name === name),
    );
    for (const running of tile.getAnimations()) running.cancel();
    tile.animate(keyframes(way), { duration: MS, easing: 'ease-in-out' });
  }
}

/** Where a tile that was not there comes from: a tile by its name, or a place. */
function origin(from: string | undefined, before: Placed, now: Placed): Point | undefined {
  if (from === undefined) return undefined;
  return /^[\d.]+,[\d.]+$/.test(from)
    ? point(from)
    : (before.tiles.get(from) ?? now.tiles.get(from));
}
