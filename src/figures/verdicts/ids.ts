import type { Property } from '../../model/index.ts';
import { bit, slug } from '../tables/table.ts';
import { NAME } from './case.ts';
import type { Placed, Proof } from './judge.ts';

/** The id of a cell, by which a link leads to it: `verdicts-fwb-only-10-noStaleFetch`. */
export const cellId = ({ policy, host }: Placed, property: Property): string =>
  `${NAME}-${slug(policy.name)}-${bit(host.fwb)}${bit(host.dic)}-${property}`;

/** The id of what a proof says of one property. */
export const proofId = ({ number }: Proof, property: Property): string =>
  `${NAME}-proof-${number}-${property}`;
