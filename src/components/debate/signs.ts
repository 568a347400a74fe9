import type { StanceName } from '../../book/index.ts';
import { SHAPES, type Shape } from '../../grammar/shapes.ts';

const stroke = (d: string): Shape => ({ d, paint: 'stroke' });

/** The sign of each stance, on a grid of 16 by 16; those that the grammar of verdicts has are its own. */
export const SIGNS: Readonly<Record<StanceName, Shape>> = {
  /** A range of pages. */
  vma: stroke('M3 2h10v12H3zM3 6h10M3 10h10'),
  flag: stroke('M4 15V2.5h9l-2.5 3 2.5 3H4'),
  /** Down to a lower level. */
  fallback: stroke('M8 1v9M4 6.5 8 10.5l4-4M2 14.5h12'),
  error: SHAPES.bar,
  choice: stroke('M8 15V9L3 3.5M8 9l5-5.5M3 7.5V3h4M9 3h4v4.5'),
  /** Two gates in a row. */
  both: stroke('M1 8h14M5 2v12M11 2v12'),
  /** Something said, to be answered. */
  ask: stroke('M2 2.5h12v8H8l-3.5 3.5v-3.5H2z'),
  fwb: stroke('M4 4h8v8H4z'),
  'fwb-dic': stroke('M1.5 5h5.5v6H1.5zM9 5h5.5v6H9z'),
  leak: SHAPES.drop,
  /** A gate that is passed once, and shut later. */
  try: SHAPES.brokenBar,
};
