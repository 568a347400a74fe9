/** What the document is told where a part of the index did not come: the box of Pagefind says nothing then. */
export const LOST = 'stage-search-lost';

/** What it is told where a search answers again. */
export const BACK = 'stage-search-back';

/** telling calls a function of the search; where it fails, the document is told, and where one that `answers` does not. */
export function telling<Given extends readonly unknown[], Found>(
  call: (...given: Given) => Promise<Found>,
  answers = false,
): (...given: Given) => Promise<Found> {
  return async (...given) => {
    try {
      const found = await call(...given);
      if (answers) document.dispatchEvent(new Event(BACK));
      return found;
    } catch (fault) {
      document.dispatchEvent(new Event(LOST));
      throw fault;
    }
  };
}

/**
 * anew gives what puts calls behind a new beginning: once one has failed, the next waits for `begin`.
 * Pagefind remembers a list that it could not load, and would ask for it no more.
 */
export function anew(
  begin: () => Promise<void>,
): <Given extends readonly unknown[], Found>(
  call: (...given: Given) => Promise<Found>,
) => (...given: Given) => Promise<Found> {
  let failed = false;
  let ready: Promise<void> = Promise.resolve();
  return (call) =>
    async (...given) => {
      if (failed) {
        failed = false;
        ready = begin();
      }
      await ready;
      try {
        return await call(...given);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    };
}
