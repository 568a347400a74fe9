import { pack, unpack } from '../link/packed.ts';
import type { Fault, Most } from '../link/packed.ts';
import { FORM, TORN, whyUnread } from '../link/unread.ts';

/*
 * A reader's policy as the fragment of an address: `#policy=1.VERSION.text`. The first number says how
 * the rest is read, VERSION is that of the site which made it. Nothing of it leaves the browser.
 */

/** How a fragment begins that holds a policy. */
export const LINK = '#policy=';
/** Characters of a fragment; mail and chat cut longer ones. Bytes of the program. */
const MOST: Most = { chars: 6000, bytes: 32 * 1024 };

/** A policy that came by a link. */
export interface Linked {
  readonly code: string;
  /** The version of the site that made the link. */
  readonly version: string;
}

const WHY: Readonly<Record<Fault, string>> = {
  'old-browser': 'This browser is too old for links to a policy. Take the folder in its place.',
  torn: TORN,
  large: 'The policy in this link is larger than 32 KB. It was not opened.',
};

/** Why a policy fits no link, and what to do. */
export const TOO_LONG =
  'This policy is too long for a link. Take the folder: it has the whole text.';

/** writeLink gives the fragment that holds a policy, or a sentence. */
export async function writeLink({ code, version }: Linked): Promise<string | { why: string }> {
  const packed = await pack(code, MOST);
  if (typeof packed !== 'string')
    return { why: packed.fault === 'old-browser' ? WHY['old-browser'] : TOO_LONG };
  const fragment = `${LINK}${FORM}.${version.replaceAll('.', '-')}.${packed}`;
  return fragment.length > MOST.chars ? { why: TOO_LONG } : fragment;
}

/** readLink gives what a fragment that begins with `LINK` holds. It never throws, and runs nothing. */
export async function readLink(fragment: string): Promise<Linked | { why: string }> {
  const why = whyUnread(fragment, MOST.chars);
  if (why !== null) return { why };
  const [, version = '', packed = '', ...more] = fragment.split('.');
  if (more.length > 0 || !/^[\w-]{1,32}$/.test(version)) return { why: TORN };
  const found = await unpack(packed, MOST);
  if (!('text' in found)) return { why: WHY[found.fault] };
  return { code: found.text, version: version.replaceAll('-', '.') };
}
