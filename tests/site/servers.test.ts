import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack } from '../../src/packed.ts';
import { builtSite } from './build.ts';
import { headersFor, readHeaders } from './headers.ts';
import { caddy } from './servers/caddy.ts';
import { nginx } from './servers/nginx.ts';
import type { Served, Server } from './servers/running.ts';

/* The recipes of docs/serving, run. */

const why = ({ program, name, get }: Server): string =>
  program === null ? ` (skipped: no ${name}; ${get})` : '';

const inOrder = (list: string): string[] => list.split(', ').toSorted();

for (const asked of [nginx, caddy])
  describe.skipIf(asked.program === null)(`${asked.name} by its recipe${why(asked)}`, () => {
    tests(asked);
  });

function tests(asked: Server): void {
  let folder = '';
  let server: Served;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'served-'));
    cpSync(await builtSite(), folder, { recursive: true });
    await pack(folder);
    server = await asked.serve(folder);
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (path: string): Promise<Response> =>
    fetch(server.url + path, { redirect: 'manual', headers: { 'accept-encoding': 'identity' } });
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  /** A file of the site with that ending. */
  const one = (ending: string): string => `/${files().find((name) => name.endsWith(ending))}`;

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/guide/mte/', 'text/html; charset=utf-8'],
    ['/guide/mte.md', 'text/markdown; charset=utf-8'],
    ['/guide/mte.mdx', 'text/markdown; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
    ['/rss.xml', 'application/xml; charset=utf-8'],
    ['/names.json', 'application/json; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['/preview.png', 'image/png'],
    ['.js', 'text/javascript; charset=utf-8'],
    ['.css', 'text/css; charset=utf-8'],
    ['.woff2', 'font/woff2'],
    ['.zip', 'application/zip'],
    ['.pf_fragment', 'application/octet-stream'],
    ['.pf_index', 'application/octet-stream'],
    ['.pf_meta', 'application/octet-stream'],
    ['.pagefind', 'application/octet-stream'],
  ])('%s is %s', async (path, type) => {
    const answer = await ask(path.startsWith('/') ? path : one(path));
    await answer.arrayBuffer();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  test('every kind of file that a build has is among them', () => {
    const known =
      'html md mdx txt xml json svg png js css woff2 zip pf_fragment pf_index pf_meta pagefind';
    const kinds = new Set(
      files()
        .filter((name) => !/\.(?:gz|br)$/.test(name) && name !== '_headers')
        .map((name) => extname(name).slice(1)),
    );
    expect([...kinds].toSorted()).toEqual(known.split(' ').toSorted());
  });

  test.each([
    ['a page', '/guide/mte/'],
    ['a page that is not there', '/guide/nothing/'],
    ['the sandbox', '/sandbox.html'],
    ['a script with a hash in its name', '.js'],
    ['a piece of the search', '.pf_fragment'],
    ['the worker of the search', '/pagefind/pagefind-worker.js'],
  ])('%s has the headers of _headers', async (_, path) => {
    const route = path.startsWith('/') ? path : one(path);
    const rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
    const answer = await ask(route);
    await answer.arrayBuffer();
    // Policies hold together, in any order.
    for (const [name, values] of Object.entries(headersFor(rules, route)))
      expect([name, inOrder(answer.headers.get(name) ?? '')]).toEqual([
        name,
        inOrder(values.join(', ')),
      ]);
  });

  test('what leads nowhere gets the page for that, and the rules are no page', async () => {
    for (const path of ['/guide/nothing/', '/_headers', '/guide/mte.html']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('not-found-search');
    }
  });

  test('an address without its last slash leads to the one with it', async () => {
    const answer = await ask('/guide/mte');
    expect([301, 308]).toContain(answer.status);
    expect(answer.headers.get('location')).toBe('/guide/mte/');
  });

  test('what has not changed is answered by 304', async () => {
    const { headers } = await ask('/guide/mte/');
    const again = await fetch(`${server.url}/guide/mte/`, {
      headers: { 'if-none-match': headers.get('etag') ?? '', 'accept-encoding': 'identity' },
    });
    expect(again.status).toBe(304);
  });

  /** The bytes as they travel: `fetch` unpacks. */
  const packed = (path: string, encoding: string): Promise<[coding: string, bytes: Buffer]> =>
    new Promise((resolve, reject) => {
      request(server.url + path, { headers: { 'accept-encoding': encoding } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve([answer.headers['content-encoding'] ?? '', Buffer.concat(parts)]),
        );
      })
        .on('error', reject)
        .end();
    });

  const UNPACK = { gzip: ['gz', gunzipSync], br: ['br', brotliDecompressSync] } as const;
  test.each(asked.codings)('%s travels as it was packed', async (encoding) => {
    const [ending, unpack] = UNPACK[encoding];
    for (const path of [
      '/guide/mte/index.html',
      '/guide/mte.md',
      one('.css.gz').slice(0, -3),
      '/names.json',
    ]) {
      const [coding, bytes] = await packed(path, encoding);
      expect([path, coding]).toEqual([path, encoding]);
      expect(bytes.equals(readFileSync(join(folder, `${path}.${ending}`)))).toBe(true);
      expect(unpack(bytes).equals(readFileSync(join(folder, path)))).toBe(true);
    }
  });
}
