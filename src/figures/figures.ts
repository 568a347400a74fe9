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
  defineFigure(kind, async () => {
    const { bringLive } = await import('./live.ts');
    return bringLive(kind);
  });
