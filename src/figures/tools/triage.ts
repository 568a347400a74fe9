import type { Live } from '../define.ts';

/** What makes the tool answer; its buttons copy by themselves. */
export const bring = (): Promise<Live> => import('../triage/hydrate.ts');
