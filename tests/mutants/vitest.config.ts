import { defineConfig } from 'vitest/config';

/** The one module that bundle.ts writes. */
export default defineConfig({
  root: process.cwd(),
  plugins: [
    {
      name: 'no task locations',
      // Stryker asks for them, and uses them only to go on from an earlier report; each run of a
      // mutant would find the place of every test again, through the source map.
      configureVitest: ({ project }) => {
        project.config.includeTaskLocation = false;
      },
    },
  ],
  test: {
    include: ['tests/mutants/bundle.test.mjs'],
    setupFiles: ['./tests/mutants/setup.ts'],
    isolate: false,
    // A test that is slow on a busy machine must not count as a kill.
    testTimeout: 120_000,
    reporters: [],
  },
});
