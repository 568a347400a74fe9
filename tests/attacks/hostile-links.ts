import { deflateRawSync } from 'node:zlib';
import { BOMB } from '../snippets/support/old-links.ts';

/** packed is a text as links carry it. */
export const packed = (text: string | Uint8Array): string =>
  deflateRawSync(text).toString('base64url');

/** Links that no page opens, and what each is refused with. */
export const REFUSED: readonly (readonly [name: string, fragment: string, why: RegExp])[] = [
  ['torn', `#snippet=1.fine.${packed('console.log(1)').slice(0, 6)}`, /^This link is torn/],
  ['no base64', '#snippet=1.fine.<img src=x onerror=alert(1)>', /^This link is torn/],
  ['no text', `#snippet=1.fine.${packed(Uint8Array.of(0xff, 0xfe))}`, /^This link is torn/],
  ['huge', `#snippet=1.fine.${'A'.repeat(1_000_000)}`, /^This link is longer/],
  ['a bomb', BOMB.replace('hello', 'fine'), /^The version in this link is larger than 32 KB/],
  ['of another form', `#snippet=9.fine.${packed('1')}`, /^This link is of another version/],
  ['for no snippet', `#snippet=1.gone.${packed('1')}`, /^This link is for a snippet that/],
  ['for a part of the page', `#snippet=1.__proto__.${packed('1')}`, /^This link is for a snippet/],
  ['for markup', `#snippet=1.<b>x</b>.${packed('1')}`, /^This link is for a snippet/],
  ['of nothing', '#snippet=', /^This link is torn/],
];

/** Texts that a link may carry: each is shown in the editor, and none of it runs. */
export const OPENED: readonly (readonly [name: string, code: string])[] = [
  ['a program', "fetch('/stolen'); document.title = 'taken'; while (true);"],
  ['markup', '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a template', '${alert(1)} {{alert(1)}} `'],
  ['very long lines', 'x'.repeat(32_000)],
  ['many lines', '\n'.repeat(32_000)],
  ['what is not seen', 'let a = "\u202E\u2066\u200B\0"; // \u2069'],
];
