import type { HElement } from '../../show/node.ts';
import { h } from '../../show/node.ts';
import { box, off, picture, space, text, tile, wire } from '../../stage/parts.ts';
import type { Point, Rect, TileLook } from '../../stage/parts.ts';

/** The caches of the picture: two cores with two each, one that they share, and memory. */
export type Place = 'l1i0' | 'l1d0' | 'l1i1' | 'l1d1' | 'l2' | 'memory';

export type Core = 0 | 1;

/** What stands in a place: the value written last or the one before it; `does` is written on it. */
export interface Held {
  readonly value: 'new' | 'old';
  readonly state?: 'dirty' | 'clean';
  /** Where it has just come from; nothing where it stood there before. */
  readonly from?: Place;
}

/** What stands where; null and what is not named: nothing of that address. */
export type Lines = Readonly<Partial<Record<Place, Held | null>>>;

export interface Scene {
  /** What each core does, in a few words; what follows a comma stands on a second line. */
  readonly cores: readonly [string, string];
  /** Which of them acts. */
  readonly acts?: Core;
  readonly held: Lines;
  /** The places that this step works on. */
  readonly worked: readonly Place[];
  /** Down to which point it works. */
  readonly to: 'PoU' | 'PoC' | null;
  /** What a reader finds that goes past the caches; null where nobody does. */
  readonly past: string | null;
}

const RECTS: Readonly<Record<Place, Rect>> = {
  l1i0: [4, 72, 76, 48],
  l1d0: [83, 72, 91, 48],
  l1i1: [186, 72, 76, 48],
  l1d1: [265, 72, 91, 48],
  l2: [4, 150, 352, 48],
  memory: [4, 228, 200, 48],
};

const NAMES: Readonly<Record<Place, string>> = {
  l1i0: 'L1 instr.',
  l1d0: 'L1 data',
  l1i1: 'L1 instr.',
  l1d1: 'L1 data',
  l2: 'L2',
  memory: 'memory',
};

const PLACES = Object.keys(RECTS) as readonly Place[];

/** A tile that says whether it is dirty is wider than the one in an instruction cache. */
const widthOf = (place: Place): number => (place.startsWith('l1i') ? 72 : 87);

/** Where the value of a place is written: in the shared ones under the data cache of core 0. */
function spot(place: Place): Point {
  const [x, y, width] = RECTS[place];
  const left = width > 100 ? (RECTS.l1d0[0] as number) : x;
  return [left + 2, y + 22];
}

function held(place: Place, { value, state, from }: Held): HElement {
  const look: TileLook = {
    word: state === 'dirty' ? `${value}, dirty` : value,
    kind: value === 'old' ? 'old' : 'plain',
    width: widthOf(place),
    key: `${place}-${value}`,
    ...(from && { from: `${from}-${value}` }),
  };
  return tile(spot(place), look);
}

/** A point, drawn as a line across the picture; `reached` where what is done goes down to it. */
function point(y: number, name: string, reached: boolean): HElement {
  return h(
    'g',
    { class: reached ? 'sg-point sg-lit' : 'sg-point' },
    h('path', { class: reached ? '' : 'sg-place', d: `M4 ${y}H318` }),
    text(356, y + 4, name, reached ? 'sg-end sg-name' : 'sg-end'),
  );
}

/** caches draws the way from two cores down to memory, with the two points across it. */
export function caches({ cores, acts, held: values, worked, to, past }: Scene): HElement {
  return picture(
    280,
    ...cores.map((does, core) =>
      box(
        [4 + 182 * core, 4, 170, 58],
        [`core ${core}`, ...does.split(', ')],
        core === acts ? 'sg-moves' : '',
      ),
    ),
    ...PLACES.map((place) =>
      space(RECTS[place], NAMES[place], worked.includes(place) ? 'sg-moves' : ''),
    ),
    point(135, 'PoU', to !== null),
    point(213, 'PoC', to === 'PoC'),
    h(
      'g',
      { class: off(past !== null) },
      wire(
        [
          [204, 252],
          [218, 252],
        ],
        'mem-dev',
        'to',
      ),
      box([218, 228, 138, 48], ['past the caches', past ?? '']),
    ),
    ...PLACES.flatMap((place) => {
      const value = values[place];
      return value ? [held(place, value)] : [];
    }),
  );
}
