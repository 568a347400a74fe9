import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support/paths.ts';

/** The entries of src/model: what a browser loads first, and what it loads where that is not enough. */
export type Entry = 'usual' | 'index';

/** modelSize is an entry of the model as one minified module, in bytes, compressed with gzip. */
export async function modelSize(entry: Entry): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(root, `src/model/${entry}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}
