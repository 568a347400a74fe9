import { readFile, writeFile } from 'node:fs/promises';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { root } from '../root.ts';
import { LIST, NOTE, WORKER, type Edition } from './edition.ts';
import { editionOf } from './kept-files.ts';

/** offline lists what a browser may keep of the finished site, and puts the worker beside it that keeps it. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const edition = await putOffline(fileURLToPath(dir));
        logger.info(`${edition.files.length} files, ${megabytes(edition)} MB, can be kept`);
      },
    },
  };
}

/** putOffline makes an edition of a built site; what was there of another is replaced. */
export async function putOffline(folder: string): Promise<Edition> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  for (const name of [LIST, WORKER]) rmSync(join(folder, name), { force: true });
  await bundle('page/note.ts', join(folder, NOTE), {});
  const page = join(folder, 'offline/index.html');
  const size = megabytes(await editionOf(folder, version));
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replaceAll(/(data-word="megabytes"[^>]*>)\d*/g, `$1${size}`));
  const edition = await editionOf(folder, version);
  await writeFile(join(folder, LIST), JSON.stringify(edition));
  await bundle('worker/worker.ts', join(folder, WORKER), { EDITION: JSON.stringify(edition.id) });
  return edition;
}

const megabytes = ({ bytes }: Edition): string => (bytes / 1e6).toFixed(0);

async function bundle(
  entry: string,
  outfile: string,
  define: Record<string, string>,
): Promise<void> {
  await build({
    define,
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
}
