import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support/paths.ts';

/** The entries of src/model: what a browser loads first, and what it loads where that is not enough. */
export type Entry = 'usual' | 'index';

/** modelSize is an entry of the model as one minified module, in bytes, compressed with gzip. */
export async function modelSize(entry: Entry): Promise<number> {
  const { outputFiles } = await bundled(entry);
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

/** modelFiles are the files of `src/model` of which an entry holds any code. */
export async function modelFiles(entry: Entry): Promise<string[]> {
  const [output] = Object.values((await bundled(entry)).metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace('src/model/', ''));
}

function bundled(entry: Entry) {
  return build({
    absWorkingDir: root,
    entryPoints: [join(root, `src/model/${entry}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    logLevel: 'silent',
    metafile: true,
  });
}
