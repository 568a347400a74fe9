import { defineFigure } from './define.ts';
import type { Kind } from './live.ts';

/** One small script for all figures: a page has one or two, and the next page finds it in the cache. */
const KINDS: readonly Kind[] = [
  'break-it',
  'combine',
  'decide',
  'decode',
  'drawing',
  'migration',
  'space',
  'stepper',
  'verdicts',
];
for (const kind of KINDS)
  // The name of what is taken stands behind a dot, as in each first load: taken apart it costs twice the letters.
  defineFigure(kind, () => import('./live.ts').then((live) => live.bringLive(kind)));
