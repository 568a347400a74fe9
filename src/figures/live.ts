import type { Live } from './define.ts';
import { copies } from './foot/copies.ts';

/**
 * What makes each kind of figure answer. It is a module of its own, because the list of what each
 * needs is longer than all that a page loads before it is touched.
 */
const LIVE = {
  'break-it': () => import('./break-it/hydrate.ts'),
  combine: () => import('./combine/hydrate.ts'),
  decide: () => import('./decide/hydrate.ts'),
  decode: () => import('./decode/hydrate.ts'),
  drawing: () => import('./drawing/hydrate.ts'),
  host: () => import('./host/hydrate.ts'),
  migration: () => import('./migration/hydrate.ts'),
  numbers: () => import('./numbers/hydrate.ts'),
  rows: () => import('./rows/hydrate.ts'),
  space: () => import('./space/hydrate.ts'),
  stepper: () => import('./stepper/hydrate.ts'),
  triage: () => import('./triage/hydrate.ts'),
  verdicts: () => import('./verdicts/hydrate.ts'),
} satisfies Record<string, () => Promise<Live>>;

/** A kind of figure, by the name of its element. */
export type Kind = keyof typeof LIVE;

/** bringLive brings what makes a figure answer, its buttons that copy included. */
export async function bringLive(kind: Kind): Promise<Live> {
  const live: Live = await LIVE[kind]();
  return {
    hydrate: async (root, lost) => {
      await live.hydrate(root, lost);
      copies(root);
    },
  };
}
