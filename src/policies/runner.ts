/** Why nothing was judged, and what keeps the text. */
export const NOT_LOADED =
  'The part that judges could not be loaded. Copy link keeps your text; then reload the page.';

/** What compiles a text; null where it could not be loaded. */
export const runner = (): Promise<typeof import('./compiling.ts') | null> =>
  import('./compiling.ts').catch(() => null);
