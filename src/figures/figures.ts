import { wake } from './wake.ts';

// One small script for all figures: a page has one or two, and the next page finds it in the cache.
wake('break-it', () => import('./break-it/alive.ts'));
wake('combine', () => import('./combine/alive.ts'));
wake('decide', () => import('./decide/alive.ts'));
wake('decode', () => import('./decode/alive.ts'));
wake('leak', () => import('./leak/alive.ts'));
wake('migration', () => import('./migration/alive.ts'));
wake('stepper', () => import('./stepper/alive.ts'));
wake('verdicts', () => import('./verdicts/alive.ts'));
