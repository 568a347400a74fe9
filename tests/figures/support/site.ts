import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PATIENCE_MS } from '../../../scripts/browser.ts';
import { Contexts, type Purpose } from '../../support/contexts.ts';
import { FIGURE_NAMES, figureHtml, scriptOf } from './html.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The policy of the site: a figure that needs more than this fails its tests. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; font-src data:";

function page(name: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>` +
    '<meta name="viewport" content="width=device-width"><script src="/boot.js"></script>' +
    `<link rel="stylesheet" href="/site.css"><script type="module" src="/${scriptOf(name)}.js"></script></head>` +
    `<body><main class="page"><div class="text"><h1>${name}</h1>` +
    `<figure class="fig" aria-label="${name}">${figureHtml(name)}</figure></div></main></body></html>`
  );
}

type Files = ReadonlyMap<string, { type: string; body: string }>;

let bundled: Promise<Files> | undefined;

async function files(): Promise<Files> {
  const define = { 'import.meta.env.BASE_URL': '"/"' };
  const shared = { bundle: true, write: false, minify: true, logLevel: 'error', define } as const;
  const scripts = await Promise.all(
    ['figures', 'tools'].map((name) =>
      build({
        ...shared,
        entryPoints: [at(`src/figures/${name}.ts`)],
        format: 'esm',
        splitting: true,
        outdir: '/',
      }),
    ),
  );
  const sinks = await build({
    ...shared,
    stdin: {
      contents:
        "import * as node from './node.ts'; import * as patch from './patch.ts'; window.sinks = { ...node, ...patch };",
      resolveDir: at('src/figures/show'),
    },
  });
  const styles = await build({
    ...shared,
    stdin: {
      contents: [
        'styles/site.css',
        'styles/print.css',
        'figures/figures.css',
        'figures/decide/decide.css',
      ]
        .concat('figures/migration/migration.css', 'figures/verdicts/verdicts.css')
        .concat(
          'figures/combine/combine.css',
          'figures/player/player.css',
          'figures/player/still.css',
          'figures/stage/stage.css',
        )
        .concat('figures/break-it/break-it.css', 'figures/decode/ruler.css')
        .concat('figures/numbers/numbers.css', 'figures/host/host.css', 'figures/space/space.css')
        .map((file) => `@import '${at(`src/${file}`)}';`)
        .join('\n'),
      resolveDir: at(''),
      loader: 'css',
    },
    loader: { '.woff2': 'dataurl' },
  });
  const all = new Map<string, { type: string; body: string }>([
    ['/boot.js', { type: 'text/javascript', body: "document.documentElement.classList.add('js')" }],
    [
      '/sinks.js',
      { type: 'text/javascript', body: sinks.outputFiles.map(({ text }) => text).join('') },
    ],
    [
      '/sinks/',
      {
        type: 'text/html',
        body: '<!doctype html><title>sinks</title><script src="/sinks.js"></script>',
      },
    ],
    [
      '/frames/',
      {
        type: 'text/html',
        body: '<!doctype html><title>frames</title><link rel="stylesheet" href="/site.css"><script src="/sinks.js"></script>',
      },
    ],
    ['/site.css', { type: 'text/css', body: styles.outputFiles.map(({ text }) => text).join('') }],
  ]);
  for (const { path, text } of scripts.flatMap(({ outputFiles }) => outputFiles))
    all.set(path, { type: 'text/javascript', body: text });
  for (const name of FIGURE_NAMES) all.set(`/${name}/`, { type: 'text/html', body: page(name) });
  return all;
}

/** A site that has nothing but figures. */
export interface FigureSite {
  /** Opens a figure in a page of its own; `errors` collects what the page complained about. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
  close(): Promise<void>;
}

export async function figureSite(purpose: Purpose = 'all'): Promise<FigureSite> {
  const served = await (bundled ??= files());
  const server = createServer((request, response) => {
    const found = served.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'text/plain',
      'content-security-policy': CSP,
    });
    response.end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const contexts = await Contexts.open(purpose);
  return {
    async open(path, options = {}) {
      const context = await contexts.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      const opened = await context.newPage();
      const errors: string[] = [];
      opened.on('pageerror', (error) => errors.push(error.message));
      opened.on('console', (line) => {
        if (line.type() === 'error' && !line.text().includes('favicon')) errors.push(line.text());
      });
      await opened.goto(`http://127.0.0.1:${port}${path}`);
      return { page: opened, errors };
    },
    async close() {
      await contexts.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
