import { createHash } from 'node:crypto';

/** The link of a sheet that its page brings along. */
const BROUGHT = /<link rel="stylesheet" href="([^"]+)" data-inline(?:="true")?>/g;
/** A sheet in its page, as `withSheets` writes it. */
const IN_PAGE = /<style data-sheet="([^"]+)">[^]*?<\/style>/g;
const POLICY = "style-src 'self'";

/**
 * withSheets is a finished page that holds the text of each sheet that it brings along, and whose policy lets
 * that in by hash. `read` gives the text of the sheet at an address. Throws where a text would end its element,
 * or where the page has no policy to add to.
 */
export function withSheets(html: string, read: (address: string) => string): string {
  const hashes: string[] = [];
  const page = html.replace(BROUGHT, (_, address: string) => {
    const text = read(address);
    if (/<\/style/i.test(text)) throw new Error(`${address} has the end of its own element in it`);
    hashes.push(` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    return `<style data-sheet="${address}">${text}</style>`;
  });
  if (hashes.length === 0) return html;
  if (!page.includes(POLICY)) throw new Error(`a page that brings a sheet has no ${POLICY}`);
  return page.replace(POLICY, () => POLICY + [...new Set(hashes)].join(''));
}

/** withLinks is a page that asks for its sheets instead: for a copy that moves their addresses. */
export const withLinks = (html: string): string =>
  html.replace(IN_PAGE, '<link rel="stylesheet" href="$1">');

/** sheetsOf gives the addresses of the sheets that a page has, asked for or brought along. */
export const sheetsOf = (html: string): string[] =>
  [...html.matchAll(/<(?:link rel="stylesheet" href|style data-sheet)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );
