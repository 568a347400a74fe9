import type { Host } from '../model/index.ts';

/** A host in short, as the tables of the site have it. */
export const hostWords = ({ fwb, dic }: Host): string => `FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}`;
