import type { Live } from '../define.ts';
import { withCopies } from '../with-copies.ts';

/** What makes the tool answer, and its buttons copy. */
export const bring = async (): Promise<Live> => withCopies(await import('../numbers/hydrate.ts'));
