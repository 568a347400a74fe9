/*
 * Addresses. Inside the project each is rooted: `/guide/mte/` is a page of the site, wherever the site
 * stands. Its folder on the host, `base` (`/`, or `/stage-two/`), is put before it here, and nowhere else.
 * What runs in a browser first asks whether there is one (`import.meta.env.BASE_URL`): then the bundles of a
 * site that stands at the root have none of this.
 */

/** served is a rooted address as the host serves it; what names another place is left as it is. */
export const served = (address: string, base: string): string =>
  base === '/' || !/^\/(?!\/)/.test(address) ? address : base + address.slice(1);

/** The folder for which a site is built that will stand in any: `src/folder/anywhere.ts` takes it out again. */
export const ANY = '/any-folder-of-stage-two/';

/** routeOf is the rooted address of a path that the host serves. */
export const routeOf = (pathname: string, base: string): string =>
  base === '/' || !pathname.startsWith(base) ? pathname : pathname.slice(base.length - 1);

/**
 * absolute is a rooted address with its host, for whoever reads it elsewhere. `url` is the address of the
 * site; where a copy has none, the rooted address is all that can be said.
 */
export const absolute = (address: string, url: string | null): string =>
  url === null ? address : url + address.slice(1);

/** An address as a site has it: with its folder, and a slash at the end. */
export type ReadUrl =
  | { readonly ok: true; readonly url: string; readonly base: string }
  | { readonly ok: false; readonly code: 'site-url'; readonly says: string };

const EXAMPLE = 'https://docs.example/stage-two/';
/** Names that every builder and every page writes the same way, encoded or not. */
const FOLDER = /^\/(?:[\p{L}\p{M}\p{N}._~ -]+\/)*$/u;

function isFolder(path: string): boolean {
  try {
    const plain = decodeURI(path);
    return FOLDER.test(plain) && encodeURI(plain) === path;
  } catch {
    return false;
  }
}

/** readUrl reads where a site stands. A last slash may be left out: a site is a folder. */
export function readUrl(text: string): ReadUrl {
  const refuse = (expected: string): ReadUrl => ({
    ok: false,
    code: 'site-url',
    says: `STAGE_TWO_URL: received ${JSON.stringify(text)}; expected ${expected}; example: ${EXAMPLE}`,
  });
  if (!URL.canParse(text)) return refuse('an address with https:// or http:// before its host');
  const { protocol, username, password, search, hash, origin, pathname } = new URL(text);
  if (!/^https?:$/.test(protocol)) return refuse('https:// or http://');
  if (username !== '' || password !== '') return refuse('an address without a user or a password');
  if (search !== '' || text.includes('?')) return refuse('an address without a query');
  if (hash !== '' || text.includes('#')) return refuse('an address without a fragment');
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  if (!isFolder(base)) return refuse('a folder of letters, digits, “-”, “_”, “.”, “~” and blanks');
  return { ok: true, url: origin + base, base };
}
