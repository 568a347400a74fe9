/** Characters of a text that are read; the rest is named in a note. */
export const LONGEST_TEXT = 1_000_000;

/** Characters of a line that are looked at in one go: a longer line is read piece by piece. */
export const LONGEST_PIECE = 4_000;

/** Characters of a line that an answer repeats. */
export const LONGEST_QUOTE = 300;

/** Facts and lines without a fact that an answer lists. */
export const MOST_FACTS = 2_000;
export const MOST_IGNORED = 2_000;
