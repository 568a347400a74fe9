import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.ts';
import { findEngines } from './tests/browsers/find-engines.ts';
import { browserFiles } from './tests/support/browser-files.ts';
import ClosingLine from './tests/support/closing-line.ts';
import LongestFirst from './tests/support/longest-first.ts';
import RunRecord from './tests/support/record.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const MODEL = 'tests/model/**/*.test.ts';
const BROWSER = browserFiles(root);

// Asked once: the processes in which the tests run inherit the answer.
const found = await findBrowser();
const missing = 'missing' in found ? found.missing : null;
if ('path' in found) process.env['CHROMIUM'] = found.path;
const engines = findEngines();
if (missing !== null && process.env['CI']) {
  console.error(missing);
  process.exit(1);
}

export default defineConfig({
  // Not in node_modules, which may be read-only.
  cacheDir: '.cache/vite',
  resolve: {
    alias: { 'stage-two': fileURLToPath(new URL('./src/model/index.ts', import.meta.url)) },
  },
  test: {
    // Patience costs nothing where a test passes; a busy machine must not fail one.
    testTimeout: 240_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 60_000 } },
    // A file that waits for a browser leaves its core to another; Vitest itself has little to do.
    // Of two cores five workers left nothing idle, and took as long as three.
    maxWorkers: availableParallelism() + 1,
    // No file leaves anything behind that another would meet, and loading all anew for each takes longer.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    // A race of one in thousands must not refuse a landing; its name stands above the closing line.
    retry: process.env['CI'] ? 2 : 0,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['./tests/support/seed.ts'],
    reporters: [
      'default',
      new ClosingLine(missing, engines),
      ...(process.env['RECORD']
        ? [new RunRecord('path' in found ? found.path : null, engines)]
        : []),
    ],
    projects: [
      { extends: true, test: { name: 'model', include: [MODEL] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          ...(missing !== null && { runner: './tests/support/skip-runner.ts' }),
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', MODEL, ...BROWSER],
        },
      },
    ],
  },
});
