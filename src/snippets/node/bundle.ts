import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

/** bundle makes one script of an entry under src/snippets, the model included; nothing is left to import. */
export async function bundle(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const at = root();
  const { outputFiles } = await build({
    entryPoints: [join(at, 'src/snippets', entry)],
    absWorkingDir: at,
    alias: { 'stage-two': join(at, 'src/model/index.ts') },
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: 'es2023',
    minify: platform === 'browser',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
