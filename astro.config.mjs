import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { api } from './src/api/integration.ts';
import { ascii } from './src/ascii/integration.ts';
import { book, bookMarkdown } from './src/book/astro/integration.ts';
import { seen } from './src/book/observed/integration.ts';
import { contentDir } from './src/book/places.ts';
import { breaks } from './src/breaks/integration.ts';
import { editions } from './src/editions/integration.ts';
import { PAGE_CHUNKS } from './src/figures/chunks.ts';
import { CHUNKS } from './src/figures/triage/chunks.ts';
import { folder } from './src/folder/integration.ts';
import { offline } from './src/offline/integration.ts';
import { packed } from './src/packed.ts';
import { smallPreload } from './src/preload.ts';
import { previews } from './src/previews/integration.ts';
import { search } from './src/search/integration.ts';
import { sheets } from './src/sheets/integration.ts';
import { site } from './src/site.ts';
import { constants } from './src/styles/constants.ts';
import { layers } from './src/styles/layers.ts';
import { themeBootHash } from './src/theme/boot.ts';
import { pathHashes } from './src/components/path/boot.ts';

/** What one bundler says to the next is left out: no browser reads it. Licences stay. */
const comments = { annotation: false, jsdoc: false, legal: true };

export default defineConfig({
  ...(site.url !== null && { site: site.url }),
  // Not in node_modules, which may be read-only.
  cacheDir: '.cache/astro',
  trailingSlash: 'always',
  markdown: bookMarkdown,
  integrations: [
    editions(site.url),
    previews(),
    // Both read beside the book, which takes longer.
    api(),
    seen(),
    book(),
    mdx(),
    // A map names the host of each page.
    site.url !== null && sitemap({ filter: (page) => !/\/(print|not-kept)\/$/.test(page) }),
    search(join(contentDir(), 'data/search.json')),
    breaks(),
    sheets(),
    // All before it reads and writes rooted addresses.
    folder(site.base),
    ascii(),
    // It lists what all before it made, by sum.
    offline(),
    process.env['STAGE_TWO_PRECOMPRESS'] === '1' && packed(),
  ],
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [smallPreload(site.base)],
    css: { postcss: { plugins: [layers, constants] } },
    cacheDir: '.cache/vite',
    // A worker, too, brings what only some need when they do.
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          comments,
          // Who asks for parts names each: without a word before its hash that is shorter.
          chunkFileNames: '_astro/[hash].js',
          codeSplitting: { groups: CHUNKS, includeDependenciesRecursively: false },
        },
      },
    },
    // The files of pages: Astro builds them in this environment.
    environments: {
      client: {
        build: {
          rolldownOptions: { output: { comments, codeSplitting: { groups: PAGE_CHUNKS } } },
        },
      },
      // Pages wait for the modules of the shell one after the other; so they are read before they are asked for.
      ssr: { dev: { preTransformRequests: true } },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      // The search reads its index with WebAssembly.
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [themeBootHash, ...pathHashes],
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
