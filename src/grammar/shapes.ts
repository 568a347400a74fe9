/**
 * The shapes of the grammar for verdicts, on a grid of 16 by 16. Page styles paint the same paths as
 * masks; a test holds the two copies together.
 */

/** One shape: an SVG path, stroked 2 units wide with square ends, or filled. */
export interface Shape {
  readonly d: string;
  readonly paint: 'stroke' | 'fill';
}

const stroke = (d: string): Shape => ({ d, paint: 'stroke' });
const fill = (d: string): Shape => ({ d, paint: 'fill' });

export const SHAPES = {
  /** Done as asked. */
  check: stroke('M2 8.5l4 4 8-9'),
  /** An arrow that ends at a closed gate. */
  bar: stroke('M1 8h7M5 4.5 8.5 8 5 11.5M13 1.5v13'),
  /** The same gate, broken: it was passed once, and the failure comes later. */
  brokenBar: stroke('M1 8h7M5 4.5 8.5 8 5 11.5M13 1v4.5M13 10.5V15'),
  /** Back to where the access came from. */
  arrowBack: stroke('M6.5 2.5 2 7l4.5 4.5M2.5 7h8a3.5 3.5 0 0 1 0 7H7'),
  /** Once more from the start. */
  loop: stroke('M13.2 9.5A5.5 5.5 0 1 1 12 4.2M13 1v4H9'),
  /** Out of the side, to another program. */
  bolt: fill('M10 .5 3 9.2h4L5.5 15.5 13 6.4H8.7z'),
  /** Data that runs out. */
  drop: fill('M8 1c3 4 5 6.5 5 9.2a5 5 0 0 1-10 0C3 7.5 5 5 8 1z'),
  /** Too old. */
  clock: stroke('M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l3 2'),
  /** The answer is no; nothing failed. */
  dash: stroke('M2.5 8h11'),
  /** No answer. */
  question: stroke('M4.5 5.5a3.5 3.5 0 1 1 5 3.1C8.3 9.2 8 9.7 8 11M8 13v2'),
  /** The question itself was wrong. */
  cross: stroke('M3 3l10 10M13 3 3 13'),
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;
