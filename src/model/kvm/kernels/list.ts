import { v616 } from './v6.16.ts';
import { v617 } from './v6.17.ts';
import { v73 } from './v7.3.ts';

/** The rule sets, oldest first. */
export const ALL = [v616, v617, v73] as const;

/** A rule set that the model knows: v6.16 before the series, v6.17 as landed, v7.3 today. */
export type Kernel = (typeof ALL)[number]['name'];
