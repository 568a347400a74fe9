import { pack, unpack, type Fault, type Most } from '../../link/packed.ts';
import { FORM, TORN, whyUnread } from '../../link/unread.ts';
import { MAX_LINK, MAX_LINKED } from './limits.ts';

/*
 * A reader's version of a snippet as the fragment of an address: `#snippet=1.id.text`. Nothing of it
 * leaves the browser. The number says how the rest is read; links of number 1 are out there, so what
 * reads them stays.
 */

/** How a fragment begins that holds a version of a snippet. */
export const LINK = '#snippet=';
const MOST: Most = { chars: MAX_LINK, bytes: MAX_LINKED };

/** A version of a snippet that came by a link. */
export interface Linked {
  readonly id: string;
  readonly code: string;
}

/** Why a link cannot be written or read, in a sentence for the reader; `id` is the snippet, where that much is known. */
export interface Refused {
  readonly id: string | null;
  readonly why: string;
}

const OLD_BROWSER =
  'This browser is too old for links to a version. Copy gives the text, and it can be pasted after Edit.';
const TOO_LONG = 'This version is too long for a link. Copy gives its text.';
const WHY: Readonly<Record<Fault, string>> = {
  'old-browser': OLD_BROWSER,
  torn: TORN,
  large: 'The version in this link is larger than 32 KB. It was not opened.',
};

/** writeLink gives the fragment that holds a version of a snippet. */
export async function writeLink({ id, code }: Linked): Promise<string | Refused> {
  const packed = await pack(code, MOST);
  if (typeof packed !== 'string')
    return { id, why: packed.fault === 'old-browser' ? OLD_BROWSER : TOO_LONG };
  const fragment = `${LINK}${FORM}.${id}.${packed}`;
  return fragment.length > MAX_LINK ? { id, why: TOO_LONG } : fragment;
}

/** readLink gives what a fragment that begins with `LINK` holds. It never throws, and never unpacks much. */
export async function readLink(fragment: string): Promise<Linked | Refused> {
  const [, name, packed, ...more] = fragment.split('.');
  const id = name === undefined || name === '' ? null : name;
  const refused = (why: string): Refused => ({ id, why });
  const why = whyUnread(fragment, MAX_LINK);
  if (why !== null) return refused(why);
  const found = await unpack(more.length === 0 ? (packed ?? '') : '', MOST);
  if (!('text' in found)) return refused(WHY[found.fault]);
  return id === null ? refused(TORN) : { id, code: found.text };
}
