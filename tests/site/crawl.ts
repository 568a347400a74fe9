import { serve } from './serve.ts';

/** What a crawl found. */
export interface Crawl {
  /** Addresses that were answered, without fragment. */
  readonly found: ReadonlySet<string>;
  /** Addresses that lead nowhere, or out of the site: where each stands, and what is wrong with it. */
  readonly problems: readonly string[];
}

const PIECES = /<(?:script|style)\b[^>]*>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE =
  /\s(href|src|action|formaction|poster|data-base|data-sandbox|srcset|content)="([^"]*)"/g;

/** Addresses in a page: of links, sheets, scripts, pictures, feeds, frames, and previews for elsewhere. */
function ofHtml(html: string): string[] {
  return [...html.matchAll(PIECES)].flatMap(([tag]) =>
    [...tag.matchAll(ATTRIBUTE)].flatMap(([, name, value = '']) => {
      const text = value.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (name === 'srcset') return text.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '');
      if (name === 'content') return /^https?:/.test(text) ? [text] : [];
      return [text];
    }),
  );
}

/** A line of a file that a script writes for the reader: the site's own imports have no blank, and no source. */
const TO_DOWNLOAD = /^(?:from|import) '\.\/[^']+\.ts'$/;

/** Where each kind of file has addresses: a script those that it loads, written out or beside itself. */
const IN: readonly (readonly [type: RegExp, addresses: (text: string) => string[]])[] = [
  [/html/, ofHtml],
  [/css/, (css) => [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, one = '']) => one)],
  [
    /javascript/,
    (js) => [
      ...[...js.matchAll(/(?:from|import)\(?\s*["'`](\.\/[^"'`]+)["'`]/g)]
        .filter(([whole]) => !TO_DOWNLOAD.test(whole))
        .map(([, one = '']) => one),
      ...[...js.matchAll(/["'`](\/[^"'`\s]*_astro\/[^"'`]+)["'`]/g)].map(([, one = '']) => one),
    ],
  ],
  [/xml/, (xml) => [...xml.matchAll(/<(?:loc|link)>([^<]+)</g)].map(([, one = '']) => one)],
  [
    /markdown|plain/,
    (text) => [...text.matchAll(/\]\((\/[^)\s]*|https?:[^)\s]+)\)/g)].map(([, one = '']) => one),
  ],
];

/** Source texts are served as they were written: their addresses are those of the project. */
const AS_WRITTEN = /\.mdx$/;

/**
 * crawl follows every address of a built site from its first page on, over a server that has nothing
 * outside of `base`. `host` is what the site calls itself, with a slash at the end; `also` are files to which
 * no page leads.
 */
export async function crawl(
  folder: string,
  base: string,
  host: string,
  also: readonly string[] = ['sitemap-index.xml', 'llms.txt', 'robots.txt', '404.html'],
): Promise<Crawl> {
  const { url, server } = await serve(folder, 0, 0, base);
  const first = url + base;
  const seen = new Set<string>([first]);
  const found = new Set<string>();
  const problems: string[] = [];
  const queue: (readonly [address: string, from: string])[] = [[first, 'the start']];
  for (const more of also) queue.push([first + more, 'the start']);
  try {
    for (const [address, from] of queue) {
      const answer = await fetch(address);
      const text = await answer.text();
      if (answer.status !== 200) {
        problems.push(`${from}: ${address.slice(url.length)} is answered by ${answer.status}`);
        continue;
      }
      found.add(address.slice(url.length));
      if (AS_WRITTEN.test(address)) continue;
      const type = answer.headers.get('content-type') ?? '';
      for (const one of IN.find(([kind]) => kind.test(type))?.[1](text) ?? []) {
        if (/^(?:data|mailto|blob):/.test(one)) continue;
        // What the site calls itself is here.
        const to = new URL(one.startsWith(host) ? first + one.slice(host.length) : one, address);
        if (to.origin !== url) continue;
        to.hash = '';
        to.search = '';
        if (seen.has(to.href)) continue;
        seen.add(to.href);
        queue.push([to.href, address.slice(url.length)]);
      }
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return { found, problems };
}
