import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { packSeen } from '../../../src/figures/show/index.ts';
import type { Seen } from '../../../src/figures/show/index.ts';
import { root } from '../../../src/root.ts';
import { programFences } from '../../../src/snippets/core/group.ts';
import { compile } from '../../../src/snippets/core/program.ts';
import type { Fence } from '../../../src/snippets/core/types.ts';
import { editorWords } from '../../../src/snippets/knobs/editor-words.ts';
import { startRunner } from '../../../src/snippets/node/runner.ts';
import { snippetHtml } from '../../../src/snippets/page/snippet.ts';
import { sandboxPage } from '../../../src/snippets/sandbox/page.ts';
import { namesUrl, sandboxUrl, seenUrl } from '../../../src/snippets/sandbox/urls.ts';

/** A page with the given snippets, served with a policy as strict as the site's. */
export interface Site {
  readonly url: string;
  /** Every path that was asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A fence of TypeScript that is in no group and should not fail. */
export const fence = (id: string, code: string, more: Partial<Fence> = {}): Fence => ({
  id,
  code,
  group: null,
  throws: null,
  ...more,
});

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "frame-src 'self'",
  "connect-src 'self'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

type Files = ReadonlyMap<string, string>;

/** What every such site has, bundled once for all test files of a process. */
let shared: Promise<Files> | undefined;

async function sharedFiles(): Promise<Files> {
  return new Map([
    ...(await clientFiles()),
    [sandboxUrl('/', false), await sandboxPage('usual')],
    [sandboxUrl('/', true), await sandboxPage('index')],
    [namesUrl('/'), JSON.stringify(editorWords())],
    ['/page.css', await styles()],
  ]);
}

/**
 * serveSnippets builds what the real site builds of snippets, and serves it; port 0: any free one.
 * `seen` has the answers that a kernel was seen to give.
 */
export async function serveSnippets(
  fences: readonly Fence[],
  port = 0,
  seen: Seen = {},
): Promise<Site> {
  const files = new Map(await (shared ??= sharedFiles()));
  files.set(seenUrl('/'), packSeen(seen));
  files.set('/', await page(fences, seen));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    asked.push(path);
    const body = files.get(path);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
    const policy = path === '/' ? { 'content-security-policy': POLICY } : {};
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, ...policy });
    response.end(body ?? 'not here');
  });
  server.on('upgrade', ({ url }, socket) => {
    asked.push(url ?? '');
    socket.destroy();
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () =>
      new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

async function page(fences: readonly Fence[], seen: Seen): Promise<string> {
  const runner = await startRunner();
  let body = '';
  for (const [i, one] of fences.entries()) {
    const parts = programFences(fences, i);
    const compiled = compile(parts);
    const program = compiled.ok ? compiled.program : null;
    const result = await runner.run(parts, compiled);
    body += snippetHtml({ ...one, reason: null, program, result }, '/', seen);
  }
  await runner.close();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Snippets</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/element.js"></script></head>
<body><main><h1>Snippets</h1>${body}</main></body></html>`;
}

const STYLES = [
  'src/styles/tokens.css',
  'src/figures/show/show.css',
  'src/snippets/styles/code.css',
  'src/snippets/styles/snippet.css',
];

async function styles(): Promise<string> {
  const sheets = await Promise.all(STYLES.map((file) => readFile(join(root, file), 'utf8')));
  return [...sheets, 'body { background: var(--paper); color: var(--ink); }'].join('\n');
}

async function clientFiles(): Promise<[path: string, text: string][]> {
  const { outputFiles } = await build({
    entryPoints: [
      join(root, 'src/snippets/browser/element.ts'),
      join(root, 'tests/snippets/support/run-in-page.ts'),
    ],
    alias: { 'stage-two': join(root, 'src/model/index.ts') },
    define: { 'import.meta.env.BASE_URL': '"/"' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    outdir: '/',
    entryNames: '[name]',
    write: false,
    logLevel: 'silent',
    plugins: [inlineCss],
  });
  return outputFiles.map(({ path, text }) => [path, text]);
}

/** What Vite does with `?inline`: the text of a style sheet as a string. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-css',
    }));
    onLoad({ filter: /.*/, namespace: 'inline-css' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};
