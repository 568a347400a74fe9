import type { LeafInput, LeafOptions, Stage2Leaf } from 'stage-two';

/** The input that makes a leaf with the fields of another, as far as the options have a bit. */
export function inputOf(leaf: Stage2Leaf, how: LeafOptions): LeafInput {
  const { memAttr, sh, s2ap, execute, af, fnxs, contiguous, dbm, nT, software, pbha } = leaf;
  const present = { memAttr, sh, s2ap, execute, af, fnxs, contiguous, dbm, nT, software, pbha };
  const given = Object.entries(present).filter(([, value]) => value !== null);
  return { ...how, ...Object.fromEntries(given) } as LeafInput;
}
