import { bitsAt } from '../../model/index.ts';
import { h } from './node.ts';
import type { Attrs, HElement } from './node.ts';

/** A field on a ruler. */
export interface RulerField {
  readonly name: string;
  /** Its highest and its lowest bit. */
  readonly hi: number;
  readonly lo: number;
  /** It has no field of its own: RES0, RES1, IGNORED. */
  readonly reserved?: boolean;
  /** What it holds must not stand there. */
  readonly wrong?: boolean;
}

/** A register with a value, highest field first. */
export interface Ruled {
  readonly name: string;
  readonly bits: 32 | 64;
  readonly value: bigint;
  readonly fields: readonly RulerField[];
  /** Another value of the same register: bits that are not as there get a mark. */
  readonly against?: bigint;
  /** Whoever draws this hears what is done to a bit: each is a button with its number. */
  readonly picks?: boolean;
}

/** Bits of one row; a register of 64 has two, the upper half above. */
const ROW = 32;
/** Units are pixels: letters keep their size, and a narrow page scrolls the ruler. */
const CELL = 27;
const NUMBERS = 12;
const CELLS = 24;
const BRACKET = 10;
const LETTER = 6.7;
const LINE = 13;
const GAP = 14;

/** The part of a field that lies in one row; open where it goes on in the other. */
interface Piece {
  readonly field: RulerField;
  /** Left edge and width. */
  readonly x: number;
  readonly width: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
  readonly upright: boolean;
}

/**
 * bitRuler draws every bit of a register with its number and its value, and each field as a bracket with
 * its name. A name that is wider than its field stands upright.
 */
export function bitRuler(ruled: Ruled): HElement {
  const rows = Array.from({ length: ruled.bits / ROW }, (_, i) => ruled.bits - 1 - ROW * i);
  let y = 0;
  const drawn = rows.map((top) => {
    const pieces = ruled.fields.flatMap((field) => pieceIn(field, top));
    const row = h('g', { transform: `translate(0 ${y})` }, ...drawRow(ruled, top, pieces));
    y += NUMBERS + CELLS + BRACKET + namesHeight(pieces) + GAP;
    return row;
  });
  const [width, height] = [ROW * CELL + 1, y - GAP];
  return h(
    'svg',
    {
      class: 'ruler',
      role: ruled.picks === true ? 'group' : 'img',
      'aria-label': inWords(ruled),
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    },
    ...drawn,
  );
}

function pieceIn(field: RulerField, top: number): Piece[] {
  const bottom = top - ROW + 1;
  const [hi, lo] = [Math.min(field.hi, top), Math.max(field.lo, bottom)];
  if (hi < lo) return [];
  const width = (hi - lo + 1) * CELL;
  return [
    {
      field,
      x: (top - hi) * CELL,
      width,
      openLeft: field.hi > top,
      openRight: field.lo < bottom,
      upright: labelOf(field).length * LETTER > width - 2,
    },
  ];
}

const labelOf = ({ name, wrong }: RulerField): string => (wrong === true ? `${name} !` : name);

/** How high the names of a row are. */
const namesHeight = (pieces: readonly Piece[]): number =>
  Math.max(
    ...pieces.map(({ field, upright }) => (upright ? labelOf(field).length * LETTER + 6 : LINE)),
  );

function drawRow(
  { value, against, picks, fields }: Ruled,
  top: number,
  pieces: readonly Piece[],
): HElement[] {
  const reserved = pieces.filter(({ field }) => field.reserved === true);
  const cells = Array.from({ length: ROW }, (_, i) => {
    const bit = top - i;
    const x = i * CELL;
    const set = isSet(value, bit);
    const differs = against !== undefined && set !== isSet(against, bit);
    return h(
      'g',
      { class: set && 'ruler-set' },
      h(
        'g',
        picks === true ? buttonOf(bit, set, fields) : {},
        h('text', { class: 'ruler-bit', x: x + CELL / 2, y: NUMBERS - 3 }, String(bit)),
        h('rect', { x: x + 0.5, y: NUMBERS + 0.5, width: CELL, height: CELLS }),
      ),
      // Beside the button, whose name is its number: what stands there is its state, which it says itself.
      h(
        'text',
        { class: 'ruler-value', x: x + CELL / 2, y: NUMBERS + 16.5, 'aria-hidden': 'true' },
        set ? '1' : '0',
      ),
      differs && h('path', { class: 'ruler-differs', d: `M${x + CELL - 9} ${NUMBERS + 1}h9v9z` }),
    );
  });
  const hatch = reserved.map(({ x, width }) =>
    h('path', { class: 'ruler-reserved', d: stripes(x, NUMBERS + 0.5, width, CELLS) }),
  );
  return [...cells, ...hatch, ...pieces.map(drawName)];
}

/** What makes a cell a button that says which bit it flips. */
function buttonOf(bit: number, set: boolean, fields: readonly RulerField[]): Attrs {
  const field = fields.find(({ hi, lo }) => bit <= hi && bit >= lo);
  return {
    'data-bit': bit,
    // Who draws it makes one of them the stop of the Tab key; without this a redraw would take its focus.
    tabindex: -1,
    role: 'button',
    'aria-pressed': String(set),
    'aria-label': `Bit ${bit}${field === undefined ? '' : `, ${field.name}`}`,
  };
}

const isSet = (value: bigint, bit: number): boolean => ((value >> BigInt(bit)) & 1n) === 1n;

/** Slanted lines across a box. */
function stripes(x: number, y: number, width: number, height: number): string {
  const lines = [];
  for (let at = 9; at < width + height; at += 9) {
    const [left, right] = [Math.max(0, at - height), Math.min(at, width)];
    lines.push(`M${x + left} ${y + Math.min(at, height)}L${x + right} ${y + at - right}`);
  }
  return lines.join('');
}

function drawName({ field, x, width, openLeft, openRight, upright }: Piece): HElement {
  const top = NUMBERS + CELLS + 3;
  const bottom = top + BRACKET - 5;
  const [left, right, middle] = [x + 2, x + width - 1, x + 0.5 + width / 2];
  const d =
    (openLeft ? `M${left} ${bottom}` : `M${left} ${top}V${bottom}`) +
    `H${right}` +
    (openRight ? '' : `V${top}`);
  const place = upright
    ? { class: 'ruler-up', transform: `translate(${middle + 3.5} ${bottom + 4}) rotate(-90)` }
    : { x: middle, y: bottom + LINE };
  return h(
    'g',
    {
      class: `ruler-field${field.reserved ? ' ruler-none' : ''}${field.wrong ? ' ruler-wrong' : ''}`,
    },
    h('path', { d }),
    h('text', place, labelOf(field)),
  );
}

/** The ruler for who does not see it: what is not 0, with its bits and its value. */
function inWords({ name, bits, value, fields, against }: Ruled): string {
  const digits = value.toString(16).padStart(bits / 4, '0');
  const said = fields.flatMap(({ name: field, hi, lo, reserved, wrong }) => {
    const own = bitsAt(value, { hi, lo });
    if (own === 0n || (reserved === true && wrong !== true)) return [];
    const place = hi === lo ? `bit ${hi}` : `bits ${hi} to ${lo}`;
    return `${field}, ${place}, 0x${own.toString(16)}${wrong ? ', which must not stand there' : ''}`;
  });
  const named = fields.filter(({ reserved }) => reserved !== true).length;
  const rest = said.length === 0 ? 'all 0' : `not 0: ${said.join('; ')}`;
  return `${name} 0x${digits}, ${bits} bits with ${named} named ${named === 1 ? 'field' : 'fields'}; ${rest}.${differing(value, against)}`;
}

/** The bits that are not as in the other value, in words; empty where none is compared. */
function differing(value: bigint, against: bigint | undefined): string {
  if (against === undefined) return '';
  const other = value ^ against;
  const bits = Array.from({ length: 64 }, (_, i) => 63 - i).filter((bit) => isSet(other, bit));
  return bits.length === 0 ? ' No bit differs.' : ` Bits that differ: ${bits.join(', ')}.`;
}
