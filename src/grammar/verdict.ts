import type { Verdict } from '../model/index.ts';
import { SHAPES, type Shape, type ShapeName } from './shapes.ts';

/** Verdicts of the model, and two ends of a story that only figures tell. */
export type ShownVerdict = Verdict | 'leak' | 'stale';

const SHAPE_OF: Readonly<Record<ShownVerdict, ShapeName>> = {
  supported: 'check',
  cacheable: 'check',
  accepted: 'check',
  mapped: 'check',
  relaxed: 'check',
  resumed: 'check',
  found: 'check',
  maintained: 'check',
  refused: 'bar',
  fails: 'brokenBar',
  injected: 'arrowBack',
  signalled: 'bolt',
  emulated: 'bolt',
  exits: 'bolt',
  retry: 'loop',
  leak: 'drop',
  stale: 'clock',
  'not-supported': 'dash',
  'not-found': 'dash',
  'not-cacheable': 'dash',
  'not-maintained': 'dash',
  unknown: 'question',
  invalid: 'cross',
};

/** Every verdict that has a sign. */
export const SHOWN_VERDICTS = Object.keys(SHAPE_OF) as readonly ShownVerdict[];

/** The shape that stands for a verdict, as a path on a 16 by 16 grid, for figures that draw it. */
export function verdictIcon(verdict: ShownVerdict): Shape {
  return SHAPES[SHAPE_OF[verdict]];
}

/** Classes of the chip for a verdict; styles bring its shape and colour, the text brings the word. */
export function verdictClass(verdict: ShownVerdict): string {
  return `verdict verdict-${verdict}`;
}
