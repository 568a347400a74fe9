import { defineConfig } from 'vitest/config';

/** The one module that bundle.ts writes. */
export default defineConfig({
  root: process.cwd(),
  test: {
    include: ['tests/mutants/bundle.test.mjs'],
    setupFiles: ['./tests/mutants/setup.ts'],
    isolate: false,
    // A test that is slow on a busy machine must not count as a kill.
    testTimeout: 120_000,
    reporters: [],
  },
});
