import { configureGlobal } from 'fast-check';

/** Fewer runs than `npm test` and no search for a shorter example: a failure is all that counts. */
configureGlobal({ seed: 20250331, numRuns: 40, endOnFailure: true });
