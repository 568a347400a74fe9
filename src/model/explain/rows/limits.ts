/*
 * Numbers that pages know too: they stand alone, so that a page that draws rows need not load what asks
 * the kernel.
 */

/** In the place of an answer where a kernel has no such row. */
export const NO_ROW = -1;

/** A list of more rows is nothing that anybody walks through; their number is counted all the same. */
export const MOST_ROWS = 500_000;
