import type { Live } from './define.ts';
import { withCopies } from './with-copies.ts';

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
  migration: () => import('./migration/hydrate.ts'),
  space: () => import('./space/hydrate.ts'),
  stepper: () => import('./stepper/hydrate.ts'),
  verdicts: () => import('./verdicts/hydrate.ts'),
} satisfies Record<string, () => Promise<Live>>;

/** A kind of figure, by the name of its element. */
export type Kind = keyof typeof LIVE;

/** bringLive brings what makes a figure answer, its buttons that copy included. */
export const bringLive = async (kind: Kind): Promise<Live> => withCopies(await LIVE[kind]());
