/* Why a link is not opened, in the words that all links of this site share. */

/** How all that stands behind `#NAME=` is read: links of this number are out there. */
export const FORM = '1';

/** The number before its text is one that this copy does not know. */
const OTHER_FORM = 'This link is of another version of this site. It was not opened.';

/** It is longer than what this site writes. */
const OVERLONG = 'This link is longer than any that this site writes. It was not opened.';

/** It cannot be unpacked, or holds something else. */
export const TORN = 'This link is torn: a part of it is missing or changed. It was not opened.';

/**
 * Why what stands behind `#NAME=` is not opened, before any of it is read; null where it may be. All that
 * this copy writes begins with `1.`, and is no longer than `longest`; what has no such number was written
 * by no version.
 */
export function whyUnread(fragment: string, longest: number): string | null {
  const [, form] = /^[^=]+=(\d{1,3})\./.exec(fragment) ?? [];
  if (form !== FORM) return form === undefined ? TORN : OTHER_FORM;
  return fragment.length > longest ? OVERLONG : null;
}
