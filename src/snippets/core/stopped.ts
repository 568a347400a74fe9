import { MAX_MS } from './limits.ts';
import type { RawError, Waiting } from './types.ts';

/** Why a run was ended from outside, as whoever watches it says it. */
export type Why = Waiting | 'slow' | 'memory' | 'lost';

/** The name of what the runner says itself; `readError` keeps it from every error of a snippet. */
export const STOPPED = 'Stopped';

/** stopped is a run that was ended from outside, as its failure. */
export const stopped = (message: string): RawError => ({
  name: STOPPED,
  message,
  line: null,
  column: null,
});

/** The reason in words; `more` is the policy's call that was under way, or what a worker left behind. */
export function whyStopped(why: Why, more: string | null): string {
  switch (why) {
    case 'slow':
      return (
        `the code did not end within ${MAX_MS / 1000} s` +
        (more === null ? '' : `: ${more} has not answered`)
      );
    case 'late':
      return `the code waits for more than ${MAX_MS / 1000} s`;
    case 'pending':
      return 'the code waits for a promise that never settles';
    case 'memory':
      return 'the code took more memory than there is';
    case 'lost':
      return more ?? 'no answer';
  }
}

/** What a reader is told where a host hears what no realm says. */
export const NOT_OF_A_REALM = 'the sandbox sent what no snippet can print';
