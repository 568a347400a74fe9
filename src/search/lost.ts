/** What the document is told where a part of the index did not come: the box of Pagefind says nothing then. */
export const LOST = 'stage-search-lost';

/** What it is told where a search answers again. */
export const BACK = 'stage-search-back';

/** telling calls a function of the search; where it fails, the document is told. */
export function telling<Given extends readonly unknown[], Found>(
  call: (...given: Given) => Promise<Found>,
): (...given: Given) => Promise<Found> {
  return async (...given) => {
    try {
      const found = await call(...given);
      document.dispatchEvent(new Event(BACK));
      return found;
    } catch (fault) {
      document.dispatchEvent(new Event(LOST));
      throw fault;
    }
  };
}
