/* Why a link is not opened, in the words that all links of this site share. */

/** The number before its text is one that this copy does not know. */
export const OTHER_FORM =
  'This link is of another version of the site, which writes them otherwise: it cannot be read here.';

/** It is longer than what this site writes. */
export const OVERLONG = 'This link is longer than any that this site writes. It was not opened.';

/** It cannot be unpacked, or holds something else. */
export const TORN = 'This link is torn: a part of it is missing or changed. It was not opened.';
