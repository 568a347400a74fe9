import type { Live } from './define.ts';

/**
 * What makes each kind of figure answer. It is a module of its own, because the list of what each
 * needs is longer than all that a page loads before it is touched.
 */
export const LIVE = {
  'break-it': () => import('./break-it/hydrate.ts'),
  combine: () => import('./combine/hydrate.ts'),
  decide: () => import('./decide/hydrate.ts'),
  decode: () => import('./decode/hydrate.ts'),
  drawing: () => import('./drawing/hydrate.ts'),
  host: () => import('./host/hydrate.ts'),
  migration: () => import('./migration/hydrate.ts'),
  numbers: () => import('./numbers/hydrate.ts'),
  stepper: () => import('./stepper/hydrate.ts'),
  triage: () => import('./triage/hydrate.ts'),
  verdicts: () => import('./verdicts/hydrate.ts'),
} satisfies Record<string, () => Promise<Live>>;
