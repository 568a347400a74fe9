import type { HElement } from '../../show/node.ts';
import { h } from '../../show/node.ts';
import { box, picture, text } from '../../stage/parts.ts';
import type { Rect } from '../../stage/parts.ts';

/** The caches of the picture: two cores with two each, and one that they share. */
export type Place = 'l1i0' | 'l1d0' | 'l1i1' | 'l1d1' | 'l2' | 'memory';

const RECTS: Readonly<Record<Place, Rect>> = {
  l1i0: [4, 42, 82, 44],
  l1d0: [92, 42, 82, 44],
  l1i1: [186, 42, 82, 44],
  l1d1: [274, 42, 82, 44],
  l2: [4, 124, 352, 42],
  memory: [4, 204, 352, 42],
};

const NAMES: Readonly<Record<Place, string>> = {
  l1i0: 'L1 instr.',
  l1d0: 'L1 data',
  l1i1: 'L1 instr.',
  l1d1: 'L1 data',
  l2: 'L2',
  memory: 'memory',
};

/** What is done to a place, as it is written there; a place that is not named is not reached. */
export type Done = Readonly<Partial<Record<Place, string>>>;

/** A point, drawn as a line across the picture; `reached` where what is done goes down to it. */
function point(y: number, name: string, reached: boolean): HElement {
  return h(
    'g',
    { class: reached ? 'sg-point sg-lit' : 'sg-point' },
    h('path', { class: reached ? '' : 'sg-place', d: `M4 ${y}H300` }),
    text(356, y + 4, name, reached ? 'sg-end sg-name' : 'sg-end'),
  );
}

/** caches draws the way from two cores down to memory, with the two points across it. */
export function caches(done: Done, reaches: 'PoU' | 'PoC' | null): HElement {
  return picture(
    252,
    box([4, 4, 170, 28], ['core 0']),
    box([186, 4, 170, 28], ['core 1']),
    ...(Object.keys(RECTS) as Place[]).map((place) =>
      box(
        RECTS[place],
        [NAMES[place], done[place] ?? ''],
        done[place] === undefined ? 'sg-dim' : 'sg-moves',
      ),
    ),
    point(105, 'PoU', reaches === 'PoU'),
    point(185, 'PoC', reaches === 'PoC'),
  );
}
