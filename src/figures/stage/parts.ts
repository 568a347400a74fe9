import { verdictIcon } from '../../grammar/verdict.ts';
import type { ShownVerdict } from '../../grammar/verdict.ts';
import type { ValueName } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';
import { VALUE_WORDS } from './scene.ts';

export type Point = readonly [x: number, y: number];

export const text = (x: number, y: number, words: string, name = ''): HElement =>
  h('text', { x, y, class: name !== '' && name }, words);

/** A box with a name and a line under it. `on` marks who moves, `gone` who is not there. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  [name, doing]: readonly [string, string],
  state: string,
): HElement {
  return h(
    'g',
    { class: `sg-box ${state}`.trim() },
    h('rect', { x, y, width, height }),
    text(x + 8, y + 16, name, 'sg-name'),
    text(x + 8, y + 33, doing),
  );
}

const WIDTH = 100;
const HEIGHT = 22;

/** A value: a dark tile with cut corners for the secret, a dashed one for what is old. */
export function tile([x, y]: Point, value: ValueName | null): HElement {
  const corner = value === 'secret' ? 6 : 0;
  const [left, right, top, middle, bottom] = [x, x + WIDTH, y, y + HEIGHT / 2, y + HEIGHT];
  const points: Point[] = [
    [left + corner, top],
    [right - corner, top],
    [right, middle],
    [right - corner, bottom],
    [left + corner, bottom],
    [left, middle],
  ];
  return h(
    'g',
    { class: `sg-tile ${value === null ? 'sg-off' : `sg-${value}`}` },
    h('polygon', { points: points.map((p) => p.join()).join(' ') }),
    text(x + WIDTH / 2, y + 15.5, value === null ? '' : VALUE_WORDS[value]),
  );
}

/** A wire: faint where it only exists, with a head where a value goes along it. */
export function wire(points: readonly Point[], name: string, way: 'to' | 'from' | null): HElement {
  const path = way === 'from' ? points.toReversed() : points;
  const [x, y] = path.at(-1) ?? [0, 0];
  const [px, py] = path.at(-2) ?? [0, 0];
  const [dx, dy] = [Math.sign(x - px), Math.sign(y - py)];
  const wing = (s: number): string => `${x - 7 * dx + 4.5 * s * dy},${y - 7 * dy + 4.5 * s * dx}`;
  return h(
    'g',
    { class: `sg-wire ${name}${way === null ? '' : ' sg-on'}` },
    h('polyline', { points: path.map((p) => p.join()).join(' ') }),
    h('polygon', { points: `${x},${y} ${wing(1)} ${wing(-1)}` }),
  );
}

/** The sign of a verdict; the text beside the drawing brings the word. */
export function sign([x, y]: Point, verdict: ShownVerdict | null): Child {
  if (verdict === null) return h('g', { class: 'sg-sign sg-off' }, h('path', { d: 'M0 0' }));
  const { d, paint } = verdictIcon(verdict);
  return h(
    'g',
    { class: `sg-sign sg-${paint} sg-is-${verdict}` },
    h('path', { d, transform: `translate(${x} ${y})` }),
  );
}
