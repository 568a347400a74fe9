import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../root.ts';

/** Which entry of src/model is 'stage-two' in a bundle: all names, or those that most snippets use. */
export type ModelPart = 'index' | 'usual';

/** bundle makes one script of an entry under src/snippets, the model included; nothing is left to import. */
export async function bundle(
  entry: string,
  platform: 'browser' | 'node',
  part: ModelPart = 'index',
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/snippets', entry)],
    absWorkingDir: root,
    alias: { 'stage-two': join(root, `src/model/${part}.ts`) },
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
