import type { Live } from './define.ts';
import { copies } from './foot/copies.ts';

/** withCopies lets the buttons of a figure copy, besides what makes it answer. */
export const withCopies = (live: Live): Live => ({
  hydrate: async (root, lost) => {
    await live.hydrate(root, lost);
    copies(root);
  },
});
