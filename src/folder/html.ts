import { served } from '../address.ts';

/** What stands between tags in these is no markup. */
const RAW = /(<(script|style|textarea|title)\b(?:[^>"']|"[^"]*"|'[^']*')*>)([^]*?)(?=<\/\2>)/gi;
/** A tag with attributes; a value in quotes may hold every other sign. */
const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** An attribute with its value; only those below hold an address. */
const ATTRIBUTE = /(\s[\w:-]+=)"([^"]*)"/g;
const ONE = /^\s(?:href|src|action|formaction|poster|data|data-base|data-sandbox|data-sheet)=$/;
const LIST = /^\s(?:srcset|imagesrcset)=$/;

/** What Astro bundles has the folder in its address already, encoded or not. */
const BUNDLED = '_astro/';

/**
 * inFolder is a finished page whose rooted addresses lead into the folder in which the site stands.
 * Data of a page stays rooted: what makes links of it in the browser puts the folder before them.
 */
export function inFolder(html: string, base: string): string {
  const bundled = [base, decodeURI(base)].map((path) => path + BUNDLED);
  return withAddresses(html, (address) => {
    const known = bundled.find((path) => address.startsWith(path));
    return known === undefined ? served(address, base) : bundled[0] + address.slice(known.length);
  });
}

/** withAddresses is a page with each address in its tags as `moved` makes it. */
export function withAddresses(html: string, moved: (address: string) => string): string {
  const inTag = (tag: string): string =>
    tag.replace(ATTRIBUTE, (whole, name: string, value: string) => {
      if (ONE.test(name)) return `${name}"${moved(value)}"`;
      if (!LIST.test(name)) return whole;
      return `${name}"${value.replace(/(^|,\s*)(\/[^\s,]*)/g, (_, gap, one) => gap + moved(one))}"`;
    });
  const parts: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: tag = '', index } of html.matchAll(RAW)) {
    parts.push(html.slice(from, index).replace(TAG, inTag), inTag(tag), whole.slice(tag.length));
    from = index + whole.length;
  }
  return parts.join('') + html.slice(from).replace(TAG, inTag);
}
