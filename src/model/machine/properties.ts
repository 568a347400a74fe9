/**
 * What the moves of the page may break, in the order of their bits. Each is judged at one move:
 * noLeak at a read by B, coherent at a read by B or the owner after the scrub, noStaleFetch at a
 * fetch by B, noLateFailure and keepsCacheable at the fault.
 */
export const PROPERTIES = [
  'noLeak',
  'coherent',
  'noStaleFetch',
  'noLateFailure',
  'keepsCacheable',
] as const;

/** A question about a page under a policy. */
export type Property = (typeof PROPERTIES)[number];

export const LEAK = 1;
export const INCOHERENT = 2;
export const STALE_FETCH = 4;
export const LATE_FAILURE = 8;
export const NOT_CACHEABLE = 16;
