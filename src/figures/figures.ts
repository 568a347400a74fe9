import { defineFigure } from './define.ts';

// One small script for all figures: a page has one or two, and the next page finds it in the cache.
defineFigure('break-it', () => import('./break-it/hydrate.ts'));
defineFigure('combine', () => import('./combine/hydrate.ts'));
defineFigure('decide', () => import('./decide/hydrate.ts'));
defineFigure('decode', () => import('./decode/hydrate.ts'));
defineFigure('drawing', () => import('./drawing/hydrate.ts'));
defineFigure('migration', () => import('./migration/hydrate.ts'));
defineFigure('stepper', () => import('./stepper/hydrate.ts'));
defineFigure('verdicts', () => import('./verdicts/hydrate.ts'));
