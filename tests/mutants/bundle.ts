// Writes the tests of one area, named by MUTANTS_AREA, as one module beside this file.
//
// Each mutant has its own process, and loading some 200 modules through Vitest takes longer there
// than the tests themselves. Stryker runs this in its copy of the project, after it has put the
// mutants in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { AREAS } from './areas.ts';

const root = join(import.meta.dirname, '../..');
const tests = AREAS.find(({ folder }) => folder === process.env['MUTANTS_AREA'])?.tests ?? [];

await build({
  stdin: {
    contents: tests.map((test) => `import './tests/${test}.test.ts';`).join('\n'),
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  packages: 'external',
  alias: { 'stage-two': join(root, 'src/model/index.ts') },
  outfile: join(import.meta.dirname, 'bundle.test.mjs'),
  plugins: [
    {
      name: 'own address',
      setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
          contents: (await readFile(path, 'utf8')).replaceAll(
            'import.meta.url',
            JSON.stringify(pathToFileURL(path).href),
          ),
          loader: 'ts',
        }));
      },
    },
  ],
});
