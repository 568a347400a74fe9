import { memClass } from '../../grammar/memory.ts';
import { verdictIcon } from '../../grammar/verdict.ts';
import type { ShownVerdict } from '../../grammar/verdict.ts';
import type { MemoryName } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';

/*
 * The parts of a drawing, in the units of a picture that is 360 wide: so its letters, 12 and 13 units
 * high, hold on a phone. A picture keeps its parts from state to state and hides them with `off`, so
 * that a change can be a transition.
 */

export type Point = readonly [x: number, y: number];
export type Rect = readonly [x: number, y: number, width: number, height: number];

/** The class of what is not there in this state. */
export const off = (there: boolean): string => (there ? '' : 'sg-off');

const classes = (...names: readonly string[]): string => names.filter(Boolean).join(' ');

/** A picture: as wide as every other, as high as it needs. */
export const picture = (height: number, ...children: readonly Child[]): HElement =>
  h('svg', { class: 'sg', viewBox: `0 0 360 ${height}` }, ...children);

/** A line of text. Classes: sg-name, sg-note, sg-code, sg-end, sg-mid. */
export const text = (x: number, y: number, words: string, name = ''): HElement =>
  h('text', { x, y, class: name !== '' && name }, words);

/** A group of parts that come and go together. */
export const group = (name: string, ...children: readonly Child[]): HElement =>
  h('g', { class: name !== '' && name }, ...children);

/** A place that holds something, such as a cache, with its name in the corner. */
export const space = ([x, y, width, height]: Rect, name: string, state = ''): HElement =>
  h(
    'g',
    { class: classes('sg-space', state) },
    h('rect', { x, y, width, height, class: 'sg-place' }),
    text(x + 8, y + 16, name, 'sg-name'),
  );

/**
 * An actor: a box with a name and lines under it. `sg-moves` marks who acts, `sg-gone` who is not
 * there, `sg-hurt` who is harmed, `sg-dim` what is not reached, `sg-lit` what is.
 */
export function box(
  [x, y, width, height]: Rect,
  [name, ...lines]: readonly [name: string, ...lines: string[]],
  state = '',
): HElement {
  return h(
    'g',
    { class: classes('sg-box', state) },
    h('rect', { x, y, width, height }),
    text(x + 8, y + 16, name, 'sg-name'),
    ...lines.map((line, i) => text(x + 8, y + 33 + 15 * i, line)),
  );
}

/** What a tile is, and how it keeps its identity from picture to picture. */
export interface TileLook {
  readonly word: string;
  /** `secret` is dark with cut corners, `old` dashed, `idle` grey; other names are plain. */
  readonly kind?: string;
  /** Default 100. */
  readonly width?: number;
  /** The same key in two pictures is the same tile: it travels from one place to the other. */
  readonly key?: string;
  /** Where a tile comes from that was not there before: the key of another, or a point. */
  readonly from?: string | Point;
  /** The key of the wire along which it travels; without one it goes straight. */
  readonly along?: string;
  /** Not there in this state. */
  readonly off?: boolean;
}

/** The height of a tile. */
export const TILE = 22;

/** A value, by its upper left corner. */
export function tile([x, y]: Point, look: TileLook): HElement {
  const { word, kind = 'plain', width = 100, key, from, along } = look;
  const corner = kind === 'secret' ? 6 : 0;
  const [left, right, top, middle, bottom] = [x, x + width, y, y + TILE / 2, y + TILE];
  const points: Point[] = [
    [left + corner, top],
    [right - corner, top],
    [right, middle],
    [right - corner, bottom],
    [left + corner, bottom],
    [left, middle],
  ];
  const here = look.off !== true;
  return h(
    'g',
    {
      class: classes('sg-tile', `sg-${kind}`, off(here)),
      'data-tile': here && key,
      'data-at': here && key !== undefined && `${x + width / 2},${middle}`,
      'data-from': here && (typeof from === 'string' ? from : from?.join()),
      'data-along': here && along,
    },
    h('polygon', { points: points.map((p) => p.join()).join(' ') }),
    text(x + width / 2, y + 15.5, word),
  );
}

/**
 * A wire: faint where it only exists, with a head where a value goes along it, away from its first
 * point (`to`) or towards it (`from`). Classes: mem-wb and the other kinds of memory, sg-off, sg-dim.
 */
export function wire(
  points: readonly Point[],
  name: string,
  way: 'to' | 'from' | null,
  key?: string,
): HElement {
  const path = way === 'from' ? points.toReversed() : points;
  const [x, y] = path.at(-1) ?? [0, 0];
  const [px, py] = path.at(-2) ?? [0, 0];
  const [dx, dy] = [Math.sign(x - px), Math.sign(y - py)];
  const wing = (s: number): string => `${x - 7 * dx + 4.5 * s * dy},${y - 7 * dy + 4.5 * s * dx}`;
  return h(
    'g',
    { class: classes('sg-wire', name, way === null ? '' : 'sg-on'), 'data-wire': key },
    h('polyline', { points: path.map((p) => p.join()).join(' ') }),
    h('polygon', { points: `${x},${y} ${wing(1)} ${wing(-1)}` }),
  );
}

/** Strokes that hatch a rectangle, as Non-cacheable memory is drawn. */
function hatch([x, y, width, height]: Rect): string {
  const strokes: string[] = [];
  for (let c = 5; c < width + height; c += 5) {
    const [from, to] = [Math.max(0, c - height), Math.min(width, c)];
    strokes.push(`M${x + from} ${y + c - from}L${x + to} ${y + c - to}`);
  }
  return strokes.join('');
}

/** The class of a kind of memory alone, for wires and boxes: mem-wb, mem-wt, mem-nc, mem-dev. */
export const memKind = (name: MemoryName): string => memClass(name).slice('mem '.length);

/**
 * Memory of a type, with its word: Write-Back solid, Write-Through solid with a line, Non-cacheable
 * hatched, Device dashed. Null: no such memory here.
 */
export function leaf(rect: Rect, name: MemoryName | null, word: string = name ?? ''): HElement {
  const [x, y, width, height] = rect;
  const kind = name === null ? 'sg-off' : memKind(name);
  const band = kind === 'mem-nc' ? 20 : 0;
  const line = kind === 'mem-wt' ? `M${x} ${y + height - 3.5}h${width}` : '';
  return h(
    'g',
    { class: classes('sg-leaf', kind) },
    h('rect', { x, y, width, height }),
    h('path', { d: band > 0 ? hatch([x, y, band, height]) : line || 'M0 0' }),
    text(x + band + (width - band) / 2, y + height / 2 + 4, word),
  );
}

/** The sign of a verdict, 16 by 16, by its upper left corner; a word stands beside it. */
export function sign([x, y]: Point, verdict: ShownVerdict | null): HElement {
  if (verdict === null) return h('g', { class: 'sg-sign sg-off' }, h('path', { d: 'M0 0' }));
  const { d, paint } = verdictIcon(verdict);
  return h(
    'g',
    { class: `sg-sign sg-${paint} sg-is-${verdict}` },
    h('path', { d, transform: `translate(${x} ${y})` }),
  );
}
