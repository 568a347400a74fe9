import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { inWords, leaks, throughCache } from './frame.ts';
import type { Frame, Held } from './frame.ts';

type Point = readonly [x: number, y: number];

/** Parts that are not in a frame stay in the drawing, unseen, so that a change can be a transition. */
const part = (on: boolean, name: string, ...children: HElement[]): HElement =>
  h('g', { class: `lk-${name}${on ? '' : ' lk-off'}` }, ...children);

const label = (x: number, y: number, text: string, name = ''): HElement =>
  h('text', { x, y, class: name }, text);

function actor(x: number, name: string, doing: string): HElement {
  return h(
    'g',
    { class: 'lk-actor' },
    h('rect', { x, y: 6, width: 92, height: 50 }),
    label(x + 9, 24, name, 'lk-name'),
    label(x + 9, 43, doing),
  );
}

/** A value: a dark tile with cut corners for the secret, a light one for zeros. */
function tile([x, y]: Point, value: Held): HElement {
  const w = 92;
  const t = 22;
  const points =
    value === 'secret'
      ? [6, 0, w - 6, 0, w, t / 2, w - 6, t, 6, t, 0, t / 2]
      : [0, 0, w, 0, w, t, 0, t];
  const shifted = points.map((p, i) => p + (i % 2 === 0 ? x : y));
  return h(
    'g',
    {},
    h('polygon', { points: shifted.join(' ') }),
    label(x + w / 2, y + 15.5, value === 'secret' ? "A's secret" : 'zeros'),
  );
}

const tiles = (at: Point, held: Held | null): HElement[] =>
  (['secret', 'zeros'] as const).map((v) => part(held === v, v, tile(at, v)));

/** A path with a head at its end. */
function arrow(on: boolean, name: string, points: readonly Point[]): HElement {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [px, py] = points.at(-2) ?? [0, 0];
  const [dx, dy] = [Math.sign(x - px), Math.sign(y - py)];
  const wing = (s: number): string => `${x - 7 * dx + 4.5 * s * dy},${y - 7 * dy + 4.5 * s * dx}`;
  return part(
    on,
    name,
    h('polyline', { points: points.map((p) => p.join()).join(' ') }),
    h('polygon', { points: `${x},${y} ${wing(1)} ${wing(-1)}` }),
  );
}

/** draw gives the stage: owner left, KVM in the middle, tenants right; cache above memory. */
export function draw(f: Frame): HElement {
  const cached = f.mapped !== null && throughCache(f.mapped);
  const doing = f.access && f.mapped ? f.access.kind : '';
  const past: Point[] = [
    [284, 57],
    [284, 200],
    [210, 200],
  ];
  const into: Point[] = [
    [284, 57],
    [284, 118],
    [210, 118],
  ];
  const way = (on: boolean, name: string, points: Point[]): HElement[] => [
    arrow(on && doing === 'writes', name, points),
    arrow(on && doing === 'reads', name, points.toReversed()),
    part(
      on && doing === '',
      name,
      h('polyline', { points: points.map((p) => p.join()).join(' ') }),
    ),
  ];
  return h(
    'svg',
    {
      class: 'lk',
      viewBox: '0 0 320 236',
      role: 'img',
      'aria-label': inWords(f),
      'data-pagefind-ignore': true,
    },
    h('rect', { x: 6, y: 98, width: 204, height: 40, class: 'lk-place' }),
    label(15, 115, 'cache', 'lk-name'),
    label(15, 130, f.cache === null ? 'no line' : 'dirty line'),
    h('rect', { x: 6, y: 180, width: 308, height: 50, class: 'lk-place' }),
    label(15, 201, 'memory', 'lk-name'),
    label(15, 218, 'at the PoC'),
    ...tiles([108, 107], f.cache),
    ...tiles([108, 189], f.memory),
    actor(6, 'owner', f.ownerWrites ? 'writes zeros' : 'Write-Back'),
    actor(114, 'KVM', f.refused ? 'refuses' : f.maps ? 'maps' : ''),
    actor(222, f.tenant, doing),
    part(!f.ownerWrites, 'own', h('polyline', { points: '52,56 52,98' })),
    arrow(f.ownerWrites, 'wb', [
      [52, 56],
      [52, 98],
    ]),
    ...way(f.mapped !== null && !cached, 'dev', past),
    ...way(cached, 'wb', into),
    part(
      f.mapped !== null,
      cached ? 'leaf lk-solid' : 'leaf',
      h('rect', { x: 214, y: 68, width: 100, height: 22 }),
      label(264, 83, f.mapped ?? ''),
    ),
    arrow(f.maps, 'map', [
      [160, 56],
      [160, 79],
      [213, 79],
    ]),
    part(
      f.refused !== null,
      'bar',
      h('polyline', { points: '160,56 160,79 200,79' }),
      h('rect', { x: 200, y: 64, width: 6, height: 30 }),
      label(214, 84, f.refused ?? ''),
    ),
    part(
      leaks(f),
      'drop',
      h('path', { d: 'M284 144c7 10 10 14 10 19a10 10 0 0 1-20 0c0-5 3-9 10-19z' }),
      label(268, 160, 'leak'),
    ),
  );
}
