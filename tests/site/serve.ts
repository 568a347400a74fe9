import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { headersFor, readHeaders } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/markdown; charset=utf-8',
  '.mdx': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const PART_BYTES = 16_384;
/** Of the first part, where a page's head and bar are: a packet may end between two of its buttons. */
const FIRST_BYTES = 512;
const PACKED = /^(text|application\/(json|xml))|svg/;

/**
 * Serves a built folder as a static host would: gzip, `_headers`, `404.html`. Port 0 takes any.
 * `pauseMs`: pages come unpacked and in parts, with a pause after each, as on a slow line. `base`: the
 * folder of the host in which the site stands; nothing is outside of it.
 */
export async function serve(
  folder: string,
  port = 0,
  pauseMs = 0,
  base = '/',
): Promise<{ url: string; server: Server }> {
  const rulesFile = join(folder, '_headers');
  const rules = existsSync(rulesFile) ? readHeaders(readFileSync(rulesFile, 'utf8')) : [];
  const zipped = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname.slice(base.length - 1));
    const found = pathname.startsWith(base) ? fileFor(folder, path) : null;
    const file = found ?? join(folder, '404.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const body = existsSync(file) ? readFileSync(file) : '';
    const slow = pauseMs > 0 && type === TYPES['.html'];
    const packed =
      !slow && PACKED.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(found === null ? 404 : 200, {
      ...headersFor(rules, pathname),
      'content-type': type,
      ...(packed && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    if (slow) Readable.from(inParts(body, pauseMs)).pipe(response);
    else if (packed) {
      const sent = zipped.get(file) ?? gzipSync(body);
      zipped.set(file, sent);
      response.end(sent);
    } else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, server };
}

async function* inParts(body: Buffer | string, pauseMs: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length;) {
    const part = bytes.subarray(at, at + (at < PART_BYTES ? FIRST_BYTES : PART_BYTES));
    yield part;
    at += part.length;
    await setTimeout(pauseMs);
  }
}

/** The file of an address; null where there is none, or where the address leaves the folder. */
function fileFor(folder: string, path: string): string | null {
  const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
  const inside = file.startsWith(folder) && !file.endsWith('/_headers');
  return inside && existsSync(file) && statSync(file).isFile() ? file : null;
}
